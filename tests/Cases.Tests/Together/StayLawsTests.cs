using System.Collections.Immutable;
using System.Globalization;
using Kelvin.Calendars;

namespace Cases.Tests.Together;

/// <summary>What holds of balances, conversions and returns over random tables. A failure names the number that draws its tables again.</summary>
public sealed class StayLawsTests
{
    private static readonly int Tables = int.Parse(Environment.GetEnvironmentVariable("KELVIN_LAW_TABLES") ?? "12", CultureInfo.InvariantCulture);

    private static readonly string[] Additive =
    [
        "counts_at_end", "counts_at_start", "mean_count", "states_at_end", "states_at_start", "states_of_kinds", "mean_state", "held_at_end", "held_at_start",
        "mean_held", "staying", "staying_at_start", "mean_staying", "open_calls", "mean_calls", "conversions", "like_conversions",
    ];

    private static readonly DateOnly[] Months = [new(2025, 2, 1), new(2025, 3, 1), new(2025, 4, 1)];

    public static TheoryData<string> Engines => [.. Engine.All.Keys];

    [Theory]
    [MemberData(nameof(Engines))]
    public Task An_answer_is_what_plain_code_makes_of_the_rows(string engine) => ForEachTableAsync(engine, async (store, number) =>
    {
        var plain = new PlainStays(store.Rows).Metrics;
        ImmutableArray<string> names = [.. plain.Keys];
        var answer = (await store.AskAsync([new() { Metrics = names, Grain = Grain.Month, By = ["kind"], Range = "2025-02..2025-04" }]))[0].Value!.Frame;
        var found = Enumerable.Range(0, answer.Count).ToDictionary(row => (((Period)answer["period"][row]!).FirstDay, (string?)answer["kind"][row]));
        foreach (var month in Months)
            foreach (var kind in (string?[])["a", "b", null])
                foreach (var name in names)
                    Assert.Equal(
                        $"{number} {name} {month:yyyy-MM} {kind}: {AnswerLines.Text(plain[name](month, kind))}",
                        $"{number} {name} {month:yyyy-MM} {kind}: {AnswerLines.Text(found.TryGetValue((month, kind), out var row) ? answer[name][row] : null)}");
    });

    [Theory]
    [MemberData(nameof(Engines))]
    public Task What_ends_a_period_is_what_ended_the_one_before_and_started_less_what_ended(string engine) => ForEachTableAsync(engine, async (store, number) =>
    {
        foreach (var grain in (Grain[])[Grain.Day, Grain.Week, Grain.Month])
        {
            var answer = (await store.AskAsync([new()
            {
                Metrics = ["open_or_none", $"prior(open_or_none, 1 {grain.Name}) as before", "started", "ended"], Grain = grain, Range = "2025-02-01..2025-04-30", Fill = true,
            }]))[0].Value!.Frame;
            decimal At(string column, int row) => (decimal)answer[column][row]!;
            for (var row = 1; row < answer.Count - 1; row++)
                Assert.True(At("open_or_none", row) == At("before", row) + At("started", row) - At("ended", row), $"{number} {answer["period"][row]}");
        }
    });

    [Theory]
    [MemberData(nameof(Engines))]
    public Task Parts_over_dimensions_add_up(string engine) => ForEachTableAsync(engine, async (store, number) =>
    {
        foreach (var by in (string[])["kind", "places.region", "users.name"])
            foreach (var range in (string[])["2025-03", "2025-03-10..2025-03-31"])
            {
                var answers = await store.AskAsync([new() { Metrics = [.. Additive], Range = range }, new() { Metrics = [.. Additive], Range = range, By = [by] }]);
                var (whole, parts) = (answers[0].Value!.Frame, answers[1].Value!.Frame);
                foreach (var metric in Additive)
                {
                    var known = Enumerable.Range(0, parts.Count).Select(row => parts[metric][row]).OfType<object>().Select(value => Convert.ToDouble(value, CultureInfo.InvariantCulture)).ToList();
                    var total = whole.Count == 0 ? null : whole[metric][0];
                    Assert.Equal($"{number} {metric} by {by}: {AnswerLines.Text(total)}", $"{number} {metric} by {by}: {AnswerLines.Text(known.Count == 0 ? null : known.Sum())}");
                }
            }
    });

    private static async Task ForEachTableAsync(string engine, Func<StayStore, int, Task> hold)
    {
        for (var number = 1; number <= Tables; number++)
        {
            await using var store = await StayStore.OpenAsync(Engine.All[engine], number, most: number % 4 == 0 ? 5 : 60);
            await hold(store, number);
        }
    }
}
