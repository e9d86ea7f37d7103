using Kelvin.Catalog;
using Kelvin.Compiler.Binding;
using Kelvin.Formulas;

namespace Kelvin.Compiler.Pinning;

/// <summary>
/// Finds the stored date and instant columns behind expressions, through links and computed columns. Their extents
/// are read before planning: they bound <c>all</c>, and tell which changes of the clock a local day must know.
/// </summary>
public sealed class TimeColumns(MetricCatalog catalog)
{
    /// <summary>Every time column that a question reads, each once.</summary>
    public IReadOnlyCollection<ColumnRef> Of(BoundQuery query)
    {
        var found = new HashSet<ColumnRef>();
        foreach (var measure in query.Measures)
        {
            var dataset = catalog.Datasets[measure.Dataset];
            found.UnionWith(Of(measure));
            if (measure.Aggregate.Value is { } value)
                found.UnionWith(Of(value, dataset));
            if (measure.Aggregate.Where is { } where)
                found.UnionWith(Of(where, dataset));
            foreach (var dimension in query.Dimensions)
                found.UnionWith(Of(dimension.Values[measure.Source], dataset));
            if (query.Filters.TryGetValue(measure.Source, out var filter))
                found.UnionWith(Of(filter, dataset));
        }
        return found;
    }

    /// <summary>The time columns behind a measure's axis.</summary>
    public IEnumerable<ColumnRef> Of(Measure measure) =>
        measure.Axis is null ? [] : Of(measure.Axis.Path, catalog.Datasets[measure.Dataset]);

    /// <summary>The time columns that a row expression of a dataset reads.</summary>
    public IEnumerable<ColumnRef> Of(RowExpression expression, Dataset dataset) => expression switch
    {
        RowExpression.Column column => Of(column.Path, dataset),
        RowExpression.Call call => call.Arguments.SelectMany(argument => Of(argument, dataset)),
        RowExpression.Case choice => choice.Branches
            .SelectMany(branch => Of(branch.When, dataset).Concat(Of(branch.Then, dataset)))
            .Concat(choice.Otherwise is null ? [] : Of(choice.Otherwise, dataset)),
        RowExpression.RolledUp rolled => Of(rolled.Of, catalog.Datasets[rolled.Of.Dataset]),
        _ => [],
    };

    private IEnumerable<ColumnRef> Of(MetricExpression.Aggregate aggregate, Dataset dataset) =>
        (aggregate.Value is null ? [] : Of(aggregate.Value, dataset))
        .Concat(aggregate.Where is null ? [] : Of(aggregate.Where, dataset));

    private IEnumerable<ColumnRef> Of(ColumnPath path, Dataset dataset)
    {
        var end = catalog.Follow(dataset, path.Links);
        var column = end.Find(path.Column)!;
        if (column.Computed is { } computed)
            return Of(computed, end);
        return column.Type.Kind is ValueKind.Timestamp or ValueKind.Date ? [new ColumnRef(end.Name, column.Name)] : [];
    }
}
