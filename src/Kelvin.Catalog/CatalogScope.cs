using System.Collections.Concurrent;
using Kelvin.Formulas;

namespace Kelvin.Catalog;

/// <summary>The names of a checked catalog, for formulas that people type in a query.</summary>
public sealed class CatalogScope(MetricCatalog catalog) : IFormulaScope
{
    private readonly ConcurrentDictionary<string, MetricSymbol> _metrics = new(StringComparer.Ordinal);

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
            {
                Key = dataset.Key,
                Links = [.. dataset.Links.Select(link => new LinkSymbol(link.Name, link.To, [.. link.On.Select(pair => pair.Here)]) { Keys = [.. link.On.Select(pair => pair.There)], At = link.At })],
                Time = dataset.Time,
                StoredTime = dataset.Time is { } time && dataset.Find(time) is { IsStored: true } ? time : null,
                IsDated = dataset.Validity is not null,
                Balance = dataset.Balance,
                Rates = dataset.Rates,
            }
            : null;

    /// <inheritdoc />
    public MetricSymbol? Metric(string name) =>
        catalog.Metrics.TryGetValue(name, out var metric)
            ? _metrics.GetOrAdd(name, _ => MetricSymbol.Of(name, metric.Expression, metric.Unit, this))
            : null;
}
