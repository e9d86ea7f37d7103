using System.Collections.Immutable;
using Kelvin.Catalog;
using Kelvin.Formulas;
using Kelvin.Language;
using Kelvin.Quantities;

namespace Kelvin.Compiler.Binding;

/// <summary>
/// Finds the dataset whose rows answer a question without metrics, which asks for the different combinations of its
/// dimensions: the one from which the fewest links lead to all of them.
/// </summary>
internal sealed class CombinationSource(MetricCatalog catalog, MetricBinder binder, QueryNames names)
{
    /// <summary>The rows of that dataset, or null with issues.</summary>
    public Measure? Find(MetricQuery query, ImmutableArray<Issue>.Builder issues)
    {
        var reached = catalog.Datasets.Values.Select(dataset => (Dataset: dataset, Links: LinksFrom(dataset, query)))
            .Where(one => one.Links is not null).OrderBy(one => one.Links).ToList();
        if (reached.Count == 0)
            issues.Add("query.no-combination", ("names", string.Join(", ", query.By)));
        else if (reached.Count > 1 && reached[0].Links == reached[1].Links)
            issues.Add("query.several-combinations", ("names", string.Join(", ", query.By)),
                ("datasets", string.Join(", ", reached.TakeWhile(one => one.Links == reached[0].Links).Select(one => one.Dataset.Name))));
        else
            return Rows(reached[0].Dataset);
        return null;
    }

    private Measure Rows(Dataset dataset) =>
        new(new MetricExpression.Aggregate(AggregateKind.Count, dataset.Name, null, null, null, Unit.None), dataset.Name, binder.AxisOf(dataset), false);

    /// <summary>How many links are followed; null where some dimension is out of reach, or time is asked of rows without.</summary>
    private int? LinksFrom(Dataset dataset, MetricQuery query)
    {
        var source = Rows(dataset).Source;
        if (query.Grain is not null && source.Axis is null)
            return null;
        var issues = ImmutableArray.CreateBuilder<Issue>();
        var values = query.By.Select(name => names.Dimension(name, [source], issues)?.Values[source]).ToList();
        if (query.Where is not null)
            values.Add(names.Condition(query.Where, source, issues));
        return issues.Count > 0 ? null : values.OfType<RowExpression>().SelectMany(PathsIn).Distinct().Sum(path => path.Links.Length);
    }

    private static IEnumerable<ColumnPath> PathsIn(RowExpression expression)
    {
        var paths = new List<ColumnPath>();
        expression.Has(part =>
        {
            if (part is RowExpression.Column column)
                paths.Add(column.Path);
            return false;
        });
        return paths;
    }
}
