using System.Collections.Immutable;
using Kelvin.Catalog;
using Kelvin.Compiler;
using Kelvin.Language;
using Kelvin.Queries.Asking;
using Kelvin.Web.Metrics.Cards;
using Kelvin.Web.Metrics.Words;
using Kelvin.Web.Reading;

namespace Kelvin.Web.Metrics.List;

/// <summary>Asks for many metrics at once, each in its own grain and time, and reads them as cards.</summary>
public sealed class MetricOverview(AskMetric asking, ICurrentCatalog catalogs, Reader reader, TimeProvider clock)
{
    private StringComparer ByName => StringComparer.Create(reader.Culture, ignoreCase: true);

    /// <summary>The metrics that match a search, by department. Metrics that cannot be answered say why.</summary>
    public Task<ImmutableArray<DepartmentReading>> ReadAsync(string? search, CancellationToken cancellationToken) =>
        ReadAsync([.. catalogs.Current.Metrics.Values.Where(metric => MetricSearch.Finds(metric, search, reader))], cancellationToken);

    /// <summary>These metrics, by department.</summary>
    public async Task<ImmutableArray<DepartmentReading>> ReadAsync(ImmutableArray<Metric> metrics, CancellationToken cancellationToken)
    {
        var catalog = catalogs.Current;
        if (metrics.IsEmpty)
            return [];
        var outcomes = await asking.AskAllAsync(QuestionsOf(metrics), Viewer.Everything, cancellationToken);
        var words = new Wording(reader.Tongue, catalog);
        MetricReadings Readings(Wording wording) => new(reader, catalog, wording, clock.GetUtcNow());
        return [.. metrics
            .Zip(outcomes, (metric, outcome) => (metric.Department, Reading: outcome.IsSound
                ? Readings(words.In(outcome.Value.Calendar)).Of(metric, new AnsweredMetric(outcome.Value, metric.Name), ComparisonChoice.UsualFor(metric.Grain))
                : Readings(words).Unanswered(metric, outcome.Issues)))
            .GroupBy(answered => answered.Department ?? "", answered => answered.Reading)
            .Select(group => new DepartmentReading(DepartmentLabel(group.Key, catalog), [.. group.OrderBy(reading => reading.Label, ByName)]))
            .OrderBy(department => department.Label, ByName)];
    }

    /// <summary>What the list asks about these metrics.</summary>
    public static ImmutableArray<MetricQuery> QuestionsOf(IEnumerable<Metric> metrics) => [.. metrics.Select(Question)];

    private static MetricQuery Question(Metric metric) => new()
    {
        Metrics = [metric.Name],
        Grain = metric.Grain,
        Compare = ComparisonChoice.UsualFor(metric.Grain).ToString(),
        Fill = true,
    };

    private string DepartmentLabel(string name, MetricCatalog catalog) =>
        name.Length == 0 ? reader.Say("list.no-department")
        : Texts.Keys(Tongue.English).Contains("web.department." + name) ? reader.Say("department." + name)
        : catalog.Packs.TryGetValue(name, out var pack) ? reader.Read(pack.Label)
        : char.ToUpperInvariant(name[0]) + name[1..].Replace('_', ' ');
}
