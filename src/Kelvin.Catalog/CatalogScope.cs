using Kelvin.Formulas;

namespace Kelvin.Catalog;

/// <summary>The names of a checked catalog, for formulas that people type in a query.</summary>
public sealed class CatalogScope(MetricCatalog catalog) : IFormulaScope
{
    /// <inheritdoc />
    public IEnumerable<string> DatasetNames => catalog.Datasets.Keys;

    /// <inheritdoc />
    public IEnumerable<string> MetricNames => catalog.Metrics.Keys;

    /// <inheritdoc />
    public IEnumerable<string> CalendarGrains => catalog.CalendarIn().OtherNames;

    /// <inheritdoc />
    public DatasetSymbol? Dataset(string name) =>
        catalog.Datasets.TryGetValue(name, out var dataset)
            ? new(name, dataset.Item, [.. dataset.Columns.Select(column => new ColumnSymbol(column.Name, column.Type, column.LinksTo))])
            { Key = dataset.Key }
            : null;

    /// <inheritdoc />
    public MetricSymbol? Metric(string name) =>
        catalog.Metrics.TryGetValue(name, out var metric) ? new(name, metric.Unit) : null;
}
