using System.Collections.Immutable;
using Kelvin.Catalog;
using Kelvin.Compiler;
using Kelvin.Queries.Asking;
using Kelvin.Web.Metrics.Cards;
using Kelvin.Web.Metrics.Words;
using Kelvin.Web.Reading;

namespace Kelvin.Web.Metrics.List;

/// <summary>Asks for many metrics at once, each in its own grain, and reads them as cards.</summary>
public sealed class MetricOverview(AskMetric asking, ICurrentCatalog catalogs, Reader reader, TimeProvider clock)
{
    private const int MostTogether = 50;

    /// <summary>The metrics that match a search, by department. Metrics that cannot be answered say why.</summary>
    public async Task<ImmutableArray<DepartmentReading>> ReadAsync(string? search, CancellationToken cancellationToken)
    {
        var catalog = catalogs.Current;
        var found = catalog.Metrics.Values.Where(metric => Matches(metric, search)).ToArray();
        var readings = new Dictionary<string, MetricReading>(StringComparer.Ordinal);
        foreach (var together in Groups(found, catalog))
            foreach (var reading in await AskAsync(together, catalog, cancellationToken))
                readings[reading.Name] = reading;
        return [.. found
            .GroupBy(metric => metric.Department ?? "")
            .Select(group => new DepartmentReading(
                Department(group.Key, catalog),
                [.. group.Select(metric => readings[metric.Name]).OrderBy(reading => reading.Label, StringComparer.Create(reader.Culture, ignoreCase: true))]))
            .OrderBy(department => department.Label, StringComparer.Create(reader.Culture, ignoreCase: true))];
    }

    /// <summary>Metrics that share a scan: same grain, same datasets, and so the same freshness.</summary>
    private static IEnumerable<Metric[]> Groups(IEnumerable<Metric> metrics, MetricCatalog catalog) =>
        metrics.GroupBy(metric => (metric.Grain, string.Join(' ', MetricSources.Of(metric, catalog).Order(StringComparer.Ordinal))))
            .SelectMany(group => group.Chunk(MostTogether));

    private async Task<IEnumerable<MetricReading>> AskAsync(Metric[] metrics, MetricCatalog catalog, CancellationToken cancellationToken)
    {
        var comparison = ComparisonChoice.UsualFor(metrics[0].Grain);
        var outcome = await asking.AskAsync(
            new MetricQuery
            {
                Metrics = [.. metrics.Select(metric => metric.Name)],
                Grain = metrics[0].Grain,
                Compare = comparison.ToString(),
                Fill = true,
            },
            Viewer.Everything, cancellationToken);
        var readings = new MetricReadings(reader, new Wording(reader.Tongue, catalog), clock.GetUtcNow());
        if (outcome.IsSound)
            return metrics.Select(metric => readings.Of(metric, new AnsweredMetric(outcome.Value, metric.Name), comparison));
        if (metrics.Length == 1)
            return [readings.Unanswered(metrics[0], outcome.Issues)];
        // One that cannot be answered must not take the others with it.
        var alone = new List<MetricReading>();
        foreach (var metric in metrics)
            alone.AddRange(await AskAsync([metric], catalog, cancellationToken));
        return alone;
    }

    private bool Matches(Metric metric, string? search)
    {
        var words = (search ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return words.All(word => MetricReadings.WordsOf(metric, reader).Contains(word, StringComparison.CurrentCultureIgnoreCase));
    }

    private string Department(string name, MetricCatalog catalog) =>
        name.Length == 0 ? reader.Say("list.no-department")
        : catalog.Packs.TryGetValue(name, out var pack) ? reader.Read(pack.Label)
        : char.ToUpperInvariant(name[0]) + name[1..].Replace('_', ' ');
}
