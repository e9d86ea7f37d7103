using System.Collections.Immutable;
using Kelvin.Calendars;
using Kelvin.Compiler;
using Kelvin.Queries.Asking;
using Kelvin.Queries.Drilling;

namespace Cases.Tests.Together;

/// <summary>Rows that an asker may not see are as if they were not there: in balances, on both sides of a conversion, among those who return.</summary>
public sealed class StayRightsTests
{
    private static readonly Viewer Restricted =
        new(StayDefinitions.Tables.ToImmutableSortedDictionary(table => table, _ => "kind = 'a' or user = 'u2'"));

    public static TheoryData<string, int> Draws => new(from engine in Engine.All.Keys from number in Enumerable.Range(1, 3) select (engine, number));

    [Theory]
    [MemberData(nameof(Draws))]
    public async Task What_rights_hide_is_as_if_it_were_not_there(string engine, int number)
    {
        await using var all = await StayStore.OpenAsync(Engine.All[engine], number);
        await using var some = await StayStore.OpenAsync(Engine.All[engine], number, keep: stay => stay.Kind == "a" || stay.User == "u2");
        ImmutableArray<MetricQuery> queries =
        [
            .. from metric in StayDefinitions.Metrics
               from shape in (MetricQuery[])
               [
                   new() { Metrics = [metric.Name], Grain = Grain.Month, Range = "2025-02..2025-04" },
                   new() { Metrics = [metric.Name], By = ["user"], Range = "2025-03", Where = "flag or kind = 'a'" },
               ]
               select shape,
        ];
        var (seen, there) = (await all.AskAsync(queries, Restricted), await some.AskAsync(queries));
        for (var at = 0; at < queries.Length; at++)
            Assert.Equal($"{queries[at].Metrics[0]}: {AnswerLines.Of(there[at])}", $"{queries[at].Metrics[0]}: {AnswerLines.Of(seen[at])}");
    }

    [Fact]
    public async Task Rows_behind_a_cell_are_only_those_that_the_asker_may_see()
    {
        await using var all = await StayStore.OpenAsync(Engine.All["DuckDB"], 2);
        await using var some = await StayStore.OpenAsync(Engine.All["DuckDB"], 2, keep: stay => stay.Kind == "a" || stay.User == "u2");
        foreach (var metric in StayDefinitions.Metrics)
        {
            var query = new DrillQuery(metric.Name) { Range = "2025-03", Take = 1000 };
            var (there, seen) = (await some.BehindAsync(query), await all.BehindAsync(query, Restricted));
            Assert.Equal($"{metric.Name}: {string.Join(' ', there)}", $"{metric.Name}: {string.Join(' ', seen)}");
        }
    }
}
