using Kelvin.Formulas;

namespace Kelvin.Catalog.Checking;

/// <summary>The names that are known to be sound so far. Grows while a catalog is being checked.</summary>
internal sealed class WorkingScope : IFormulaScope
{
    private readonly Dictionary<string, DatasetSymbol> _datasets = new(StringComparer.Ordinal);
    private readonly Dictionary<string, MetricSymbol> _metrics = new(StringComparer.Ordinal);

    public IEnumerable<string> DatasetNames => _datasets.Keys.Order(StringComparer.Ordinal);

    public IEnumerable<string> MetricNames => _metrics.Keys.Order(StringComparer.Ordinal);

    public IEnumerable<string> CalendarGrains { get; set; } = [];

    public DatasetSymbol? Dataset(string name) => _datasets.GetValueOrDefault(name);

    public MetricSymbol? Metric(string name) => _metrics.GetValueOrDefault(name);

    public void Put(DatasetSymbol dataset) => _datasets[dataset.Name] = dataset;

    public void Put(MetricSymbol metric) => _metrics[metric.Name] = metric;

    public void Put(string dataset, ColumnSymbol column) =>
        _datasets[dataset] = _datasets[dataset] with { Columns = _datasets[dataset].Columns.Add(column) };
}
