using System.Collections.Immutable;
using Kelvin.Compiler;

namespace Cases.Tests.Together;

/// <summary>The rows behind a cell are those that it counts or adds up.</summary>
public sealed class RowsBehindTests
{
    private static readonly string[] Counts =
        ["rows", "counts_at_end", "states_at_start", "held_at_start", "staying", "open_calls", "conversions", "like_conversions", "staying_or_none", "conversions_or_none"];

    private static readonly string[] Sums = ["total", "counts_at_start", "states_at_end", "states_of_kinds", "held_at_end", "staying_at_start"];

    public static TheoryData<string, int> Draws => new(from engine in Engine.All.Keys from number in Enumerable.Range(1, 3) select (engine, number));

    [Theory]
    [MemberData(nameof(Draws))]
    public async Task Rows_behind_a_cell_are_those_it_goes_over(string engine, int number)
    {
        await using var store = await StayStore.OpenAsync(Engine.All[engine], number);
        var amounts = store.Rows.Values.SelectMany(rows => rows).ToDictionary(row => row.Id, row => row.Amount);
        foreach (var metric in Counts.Concat(Sums))
            foreach (var (range, kind, value) in await CellsAsync(store, metric))
            {
                var behind = await store.BehindAsync(new(metric) { Range = range, Cell = Cell(kind), Take = 1000 });
                var found = Counts.Contains(metric) ? behind.Length : behind.Any(id => amounts[id] is not null) ? behind.Sum(id => amounts[id]) : null;
                Assert.Equal($"{metric} {range} {kind}: {AnswerLines.Text(value ?? (Counts.Contains(metric) ? 0m : null))}", $"{metric} {range} {kind}: {AnswerLines.Text((decimal?)found)}");
            }
    }

    [Theory]
    [MemberData(nameof(Draws))]
    public async Task Rows_behind_those_who_return_tell_who_they_are(string engine, int number)
    {
        await using var store = await StayStore.OpenAsync(Engine.All[engine], number);
        var events = store.Rows["events"].ToDictionary(row => row.Id);
        foreach (var (range, kind, value) in await CellsAsync(store, "came_back"))
        {
            var start = DateTime.ParseExact(range, "yyyy-MM", null).AddHours(-1);
            if (range == "2025-04")
                start = start.AddHours(-1);
            var behind = (await store.BehindAsync(new("came_back") { Range = range, Cell = Cell(kind), Take = 1000 })).Select(id => events[id]).ToList();
            var before = behind.Where(row => row.At < start).Select(row => row.User).ToHashSet();
            var within = behind.Where(row => row.At >= start).Select(row => row.User).ToHashSet();
            Assert.Subset(before, within);
            Assert.DoesNotContain(null, before);
            Assert.Equal(AnswerLines.Text(value), AnswerLines.Text(before.Count == 0 ? null : (double)within.Count / before.Count));
        }
    }

    private static ImmutableSortedDictionary<string, string?> Cell(string? kind) => ImmutableSortedDictionary<string, string?>.Empty.Add("kind", kind);

    private static async Task<List<(string Range, string? Kind, object? Value)>> CellsAsync(StayStore store, string metric)
    {
        string[] months = ["2025-02", "2025-03", "2025-04"];
        var answers = await store.AskAsync([.. months.Select(month => new MetricQuery { Metrics = [metric], Range = month, By = ["kind"] })]);
        var cells = new List<(string, string?, object?)>();
        foreach (var (month, answer) in months.Zip(answers))
            foreach (var row in Enumerable.Range(0, answer.Value!.Frame.Count))
                cells.Add((month, (string?)answer.Value.Frame["kind"][row], answer.Value.Frame[metric][row]));
        return cells;
    }
}
