using System.Collections.Immutable;
using System.Globalization;
using Kelvin.Compiler;
using Kelvin.Language;

namespace Cases.Tests.Together;

/// <summary>
/// Every construct of metrics around every other, asked in every way: an answer or an issue that says why not, never an
/// exception, and the same answer in whatever company it is asked.
/// </summary>
public sealed class PairsTests
{
    /// <summary>Draws the tables, and which way of asking falls to which pair.</summary>
    internal static readonly int Seed = int.Parse(Environment.GetEnvironmentVariable("KELVIN_PAIR_SEED") ?? "1", CultureInfo.InvariantCulture);

    /// <summary>How many ways of asking each pair has; all of them when set to a large number. Fewer pairs of a metric in a condition are tried while it is 1.</summary>
    internal static readonly int Ways = int.Parse(Environment.GetEnvironmentVariable("KELVIN_PAIR_WAYS") ?? "1", CultureInfo.InvariantCulture);

    /// <summary>What a question over sound names may still be told.</summary>
    private static readonly ImmutableHashSet<string> Told =
        ["query.no-share", "query.grain-finer-than-axis", "query.time-under-window", "formula.metric-of-row-in-time"];

    public static TheoryData<string> Engines => [.. Engine.All.Keys];

    [Theory]
    [MemberData(nameof(Engines))]
    public Task Every_metric_is_answered_in_every_shape(string engine) => AskAsync(engine,
        from metric in StayDefinitions.Metrics from shape in Shapes.All select shape.Of(metric.Name));

    [Theory]
    [MemberData(nameof(Engines))]
    public Task Every_construct_goes_around_every_metric(string engine) => AskAsync(engine, Drawn(
        from metric in StayDefinitions.Metrics from around in Constructs.Around select around(metric.Name)));

    [Theory]
    [MemberData(nameof(Engines))]
    public Task Every_construct_goes_around_every_other(string engine)
    {
        var at = Seed;
        return AskAsync(engine, Drawn(
            from outer in Constructs.Around
            from inner in Constructs.Around
            select outer(inner(StayDefinitions.Metrics[at++ * 11 % StayDefinitions.Metrics.Length].Name))));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public Task Every_metric_stands_in_a_condition_on_every_other(string engine) => AskAsync(engine, Drawn(
        from metric in StayDefinitions.Metrics from asked in StayDefinitions.Metrics select Constructs.WhereMetric(metric.Name, asked.Name)).Where((_, at) => Ways > 1 || (at + Seed) % 5 == 0));

    private static IEnumerable<MetricQuery> Drawn(IEnumerable<string> metrics) => metrics.SelectMany((metric, at) =>
        Enumerable.Range(0, Math.Min(Ways, Shapes.All.Length)).Select(way => Shapes.All[(at * 7 + way * 5 + Seed) % Shapes.All.Length].Of(metric)));

    private static async Task AskAsync(string engine, IEnumerable<MetricQuery> queries)
    {
        await using var store = await StayStore.OpenAsync(Engine.All[engine], Seed);
        var faults = new List<string>();
        foreach (var asked in queries.Chunk(24))
            faults.AddRange(await FaultsAsync(store, [.. asked]));
        Assert.True(faults.Count == 0, $"seed {Seed}, {faults.Count} faults:\n{string.Join('\n', faults.Take(40))}");
    }

    private static async Task<List<string>> FaultsAsync(StayStore store, ImmutableArray<MetricQuery> queries)
    {
        var faults = new List<string>();
        var alone = new List<string>();
        foreach (var query in queries)
            alone.Add(await AnswerAsync(store, query, faults));
        if (faults.Count > 0)
            return faults;
        var together = await store.AskAsync(queries);
        foreach (var (query, one, other) in queries.Zip(alone, together.Select(AnswerLines.Of)))
            if (one != other)
                faults.Add($"{Described(query)}:\n  alone    {one}\n  together {other}");
        return faults;
    }

    private static async Task<string> AnswerAsync(StayStore store, MetricQuery query, List<string> faults)
    {
        try
        {
            var answer = (await store.AskAsync([query]))[0];
            faults.AddRange(answer.Issues.Where(issue => !Told.Contains(issue.Code)).Select(issue => $"{Described(query)}: {issue.Code} {issue.Message(Tongue.English)}"));
            return AnswerLines.Of(answer);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            faults.Add($"{Described(query)}: {exception.GetType().Name} {exception.Message.Split('\n')[0]}");
            return "";
        }
    }

    private static string Described(MetricQuery query) => string.Join(' ',
    [
        query.Metrics[0], $"in {query.Range}", .. query.Grains.Select(grain => $"per {grain.Name}"), .. query.By.Select(by => $"by {by}"), $"{query.Where} {query.Compare} {query.Top}",
        query.Fill ? "filled" : "", query.Shares ? "shares" : "", query.Ranks ? "ranks" : "",
    ]);
}
