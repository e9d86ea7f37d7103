using System.Collections.Immutable;
using Kelvin.Catalog;
using Kelvin.Formulas;
using Kelvin.Web.Reading;

namespace Kelvin.Web.Metrics.Page;

/// <summary>
/// The dimensions a metric can be broken down by: columns of text or of yes and no that every dataset of the metric
/// reaches. Keys and links only name rows, and are left out.
/// </summary>
internal static class DimensionChoices
{
    /// <summary>Names with labels; the nearest first.</summary>
    public static ImmutableArray<(string Name, string Label)> Of(Metric metric, MetricCatalog catalog, Reader reader)
    {
        var scope = new CatalogScope(catalog);
        var sources = MetricSources.Of(metric, catalog);
        if (sources.IsEmpty)
            return [];
        return [.. catalog.Datasets.Values
            .SelectMany(dataset => dataset.Columns.Where(column => Divides(dataset, column)).Select(column => (Dataset: dataset, Column: column)))
            .Where(candidate => sources.All(source => Reach(source, candidate.Dataset, candidate.Column, scope) is not null))
            .OrderBy(candidate => Reach(sources[0], candidate.Dataset, candidate.Column, scope))
            .Select(candidate => (NameOf(candidate.Dataset, candidate.Column), LabelOf(candidate.Dataset, candidate.Column, sources, reader)))];
    }

    private static bool Divides(Dataset dataset, Column column) =>
        column.Type.Kind is ValueKind.Text or ValueKind.Boolean && column.LinksTo is null && !dataset.Key.Contains(column.Name);

    /// <summary>How many links away the column is, or null when it is not reached.</summary>
    private static int? Reach(string source, Dataset dataset, Column column, CatalogScope scope) =>
        scope.Dataset(source) is { } symbol ? ColumnResolver.Resolve(NameOf(dataset, column), symbol, scope).Value?.Path.Links.Length : null;

    private static string NameOf(Dataset dataset, Column column) => $"{dataset.Name}.{column.Name}";

    private static string LabelOf(Dataset dataset, Column column, ImmutableArray<string> sources, Reader reader)
    {
        var label = column.Label is { } given ? reader.Read(given) : Sentence(column.Name);
        return sources is [var only] && only == dataset.Name ? label : $"{reader.Read(dataset.Label)}: {label.ToLower(reader.Culture)}";
    }

    private static string Sentence(string name) => char.ToUpperInvariant(name[0]) + name[1..].Replace('_', ' ');
}
