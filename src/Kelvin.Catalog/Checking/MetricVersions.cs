using System.Globalization;
using Kelvin.Formulas;
using Kelvin.Formulas.Syntax;

namespace Kelvin.Catalog.Checking;

/// <summary>
/// Fingerprints of what decides a metric's values: its formula, time, unit and empty rule, the versions of metrics it refers to,
/// the columns and datasets it reads, and the settings. Words for people do not count.
/// </summary>
internal sealed class MetricVersions(
    WorkspaceSettings settings, IReadOnlyDictionary<string, CalendarDefinition> calendars, IReadOnlyDictionary<string, Dataset> datasets, IFormulaScope scope)
{
    private readonly Dictionary<string, string> _metrics = new(StringComparer.Ordinal);
    private readonly Dictionary<ColumnReference, string> _columns = [];
    private readonly string _settings = new Fingerprint()
        .Add(settings.Zone.Id).Add(settings.FiscalYearStart.ToString(CultureInfo.InvariantCulture)).Add(settings.WorkingDays.ToString())
        .Add(calendars.Values.Select(CalendarText.Of)).ToString();

    /// <summary>The version of a metric whose references have been given theirs.</summary>
    public string Of(Metric metric)
    {
        var reads = FormulaReferences.Of(metric.Expression, scope);
        var version = new Fingerprint()
            .Add(_settings)
            .Add(Canonical(metric.Formula)).Add(metric.Where is null ? null : Canonical(metric.Where))
            .Add(metric.Expression.Unit.ToString()).Add(metric.Declared?.ToString())
            .Add(metric.EmptyIsZero)
            .Add(metric.Time.Select(axis => $"{axis.Key}.{axis.Value}"))
            .Add(reads.Metrics.Select(reference => $"{reference} {_metrics[reference]}"))
            .Add(reads.Datasets.Select(name => Of(datasets[name])))
            .Add(reads.Columns.Select(Of))
            .Add(metric.Time.Select(axis => Of(new ColumnReference(axis.Key, axis.Value.Links.FirstOrDefault(axis.Value.Column)))))
            .ToString();
        return _metrics[metric.Name] = version;
    }

    /// <summary>The formula without the accidents of its writing.</summary>
    private static string Canonical(string formula) => FormulaPrinter.Print(FormulaParser.Parse(formula).Value!);

    private string Of(Dataset dataset) =>
        new Fingerprint()
            .Add(dataset.Name).Add(dataset.Key).Add((dataset.Source as DatasetSource.Query)?.Sql)
            .Add(dataset.Validity?.ToString()).Add(dataset.Links.Select(link => link.ToString()))
            .Add(dataset.Time).Add(dataset.Time is null ? null : Of(new ColumnReference(dataset.Name, dataset.Time)))
            .Add(dataset.Balance?.ToString()).Add(dataset.Rates?.ToString())
            .ToString();

    private string Of(ColumnReference reference)
    {
        if (_columns.TryGetValue(reference, out var known))
            return known;
        var column = datasets[reference.Dataset].Find(reference.Column)!;
        var print = new Fingerprint()
            .Add(reference.Dataset).Add(reference.Column)
            .Add(column.Type.Kind.ToString()).Add(column.Type.Unit.ToString())
            .Add(column.Decimals?.ToString(CultureInfo.InvariantCulture)).Add(column.IsOptional).Add(column.LinksTo);
        if (column.OverriddenBy is { } path)
            print.Add(path.ToString());
        if (column.Computed is { } computed)
            print.Add(Canonical(column.Formula!))
                .Add(FormulaReferences.Of(computed, reference.Dataset, scope).Columns.Where(read => read != reference).Select(Of));
        return _columns[reference] = print.ToString();
    }
}
