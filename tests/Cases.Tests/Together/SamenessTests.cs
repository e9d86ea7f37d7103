using Kelvin.Calendars;
using Kelvin.Compiler;
using Kelvin.Language;
using Kelvin.Queries.Answers;

namespace Cases.Tests.Together;

/// <summary>What can be asked in two ways has one answer.</summary>
public sealed class SamenessTests
{
    private static readonly string[] Months = ["2025-02", "2025-03", "2025-04"];

    public static TheoryData<string> Engines => [.. Engine.All.Keys];

    private static IEnumerable<string> Metrics =>
        StayDefinitions.Metrics.Select(metric => metric.Name).Concat(
            (from metric in StayDefinitions.Metrics from around in Constructs.Around select around(metric.Name)).Where((_, at) => PairsTests.Ways > 1 || (at + PairsTests.Seed) % 4 == 0));

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_month_among_months_is_what_it_is_alone(string engine)
    {
        await using var store = await StayStore.OpenAsync(Engine.All[engine], PairsTests.Seed);
        foreach (var metric in Metrics.Chunk(20))
        {
            var among = await store.AskAsync([.. metric.Select(one => new MetricQuery { Metrics = [$"{one} as asked"], Grain = Grain.Month, Range = "2025-02..2025-04", Fill = true })]);
            var alone = await store.AskAsync([.. from one in metric from month in Months select new MetricQuery { Metrics = [$"{one} as asked"], Range = month }]);
            for (var at = 0; at < metric.Length; at++)
                Assert.Equal(
                    $"seed {PairsTests.Seed}, {metric[at]}: {string.Join("; ", alone.Skip(at * Months.Length).Take(Months.Length).SelectMany(Values))}",
                    $"seed {PairsTests.Seed}, {metric[at]}: {string.Join("; ", Values(among[at]))}");
        }
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_filtered_metric_is_the_metric_asked_where(string engine)
    {
        await using var store = await StayStore.OpenAsync(Engine.All[engine], PairsTests.Seed + 1);
        foreach (var condition in (string[])["kind = 'a'", "flag and places.region = 'north'", "metric(rows by user) > 3 or user is missing"])
            foreach (var metric in StayDefinitions.Metrics.Select(metric => metric.Name).Chunk(20))
            {
                MetricQuery Shape(string asked) => new() { Metrics = [$"{asked} as asked"], Grain = Grain.Month, By = ["kind"], Range = "2025-02..2025-04" };
                var filtered = await store.AskAsync([.. metric.Select(one => Shape($"filtered({one}, {condition})"))]);
                var asked = await store.AskAsync([.. metric.Select(one => Shape(one) with { Where = condition })]);
                for (var at = 0; at < metric.Length; at++)
                    Assert.Equal($"{metric[at]} where {condition}: {AnswerLines.Of(asked[at])}", $"{metric[at]} where {condition}: {AnswerLines.Of(filtered[at])}");
            }
    }

    private static IEnumerable<string> Values(Checked<MetricAnswer> answer)
    {
        Assert.True(answer.IsSound, string.Join('\n', answer.Issues.Select(issue => issue.Message(Tongue.English))));
        return answer.Value.Frame.Count == 0 ? ["missing"] : Enumerable.Range(0, answer.Value.Frame.Count).Select(row => AnswerLines.Text(answer.Value.Frame["asked"][row]));
    }
}
