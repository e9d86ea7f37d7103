using System.Globalization;

namespace Cases.Tests.Laws;

/// <summary>What holds of every answer, tried with random tables and questions. A failure names the number that draws its case again.</summary>
public sealed class AnswerLaws(ITestOutputHelper output)
{
    /// <summary>Eight questions each. <c>KELVIN_LAW_TABLES</c> says how many tables, <c>KELVIN_SEED</c> the number of the first.</summary>
    private static readonly int Tables = int.Parse(Environment.GetEnvironmentVariable("KELVIN_LAW_TABLES") ?? "30", CultureInfo.InvariantCulture);

    private static readonly int First = int.Parse(Environment.GetEnvironmentVariable("KELVIN_SEED") ?? "1", CultureInfo.InvariantCulture);

    public static TheoryData<string> Engines => [.. Engine.All.Keys];

    [Theory]
    [MemberData(nameof(Engines))]
    public Task An_answer_is_what_plain_code_makes_of_the_rows(string engine) => ForEachTableAsync(engine, async (store, rows, questions) =>
    {
        var answers = await store.TogetherAsync(questions);
        return questions.Select((question, at) => (question, PlainInterpreter.Answer(question, rows), answers[at]));
    });

    [Theory]
    [MemberData(nameof(Engines))]
    public Task Questions_asked_together_have_the_answers_they_have_alone(string engine) => ForEachTableAsync(engine, async (store, _, questions) =>
    {
        var together = await store.TogetherAsync(questions);
        var pairs = new List<(PlainQuestion, SortedDictionary<string, object?[]>, SortedDictionary<string, object?[]>)>();
        for (var at = 0; at < questions.Count; at++)
            pairs.Add((questions[at], (await store.TogetherAsync([questions[at]]))[0], together[at]));
        return pairs;
    });

    [Theory]
    [MemberData(nameof(Engines))]
    public Task A_rewrite_never_changes_an_answer(string engine) => ForEachTableAsync(engine, async (store, _, questions) =>
    {
        // Which groups are the top ones is asked before the plan that is rewritten.
        var rewritten = questions.Select(question => question with { Options = question.Options with { Top = null } }).ToList();
        var together = await store.TogetherAsync(rewritten);
        var pairs = new List<(PlainQuestion, SortedDictionary<string, object?[]>, SortedDictionary<string, object?[]>)>();
        for (var at = 0; at < rewritten.Count; at++)
            pairs.Add((rewritten[at], await store.UnrewrittenAsync(rewritten[at]), together[at]));
        return pairs;
    });

    [Theory]
    [MemberData(nameof(Engines))]
    public Task Additive_parts_add_up_to_the_whole(string engine) => ForEachTableAsync(engine, async (store, _, questions) =>
    {
        var additive = questions.Select(question => question with
        {
            Options = PlainOptions.None,
            Metrics = [.. PlainMeasure.All.Where(measure => measure.IsAdditive).Select(measure => (measure, PlainWindow.Own))],
        }).ToList();
        var parts = await store.TogetherAsync(additive);
        var wholes = await store.TogetherAsync(additive.Select(question => question with { Grain = null, By = [] }));
        return additive.Select((question, at) => (question, wholes[at], Summed(parts[at])));
    });

    [Theory]
    [MemberData(nameof(Engines))]
    public Task Filtered_parts_add_up_to_the_whole(string engine) => ForEachTableAsync(engine, async (store, _, questions) =>
    {
        IReadOnlyList<PlainQuestion> Asked(params string[] names) =>
            [.. questions.Select(question => question with { Options = PlainOptions.None, Metrics = [.. PlainMeasure.All.Where(measure => names.Contains(measure.Name)).Select(measure => (measure, PlainWindow.Own))] })];
        var wholes = await store.TogetherAsync(Asked("total"));
        var parts = await store.TogetherAsync(Asked("total_flagged", "total_unflagged", "total_unknown"));
        return questions.Select((question, at) => (question, wholes[at], Added(parts[at])));
    });

    private static SortedDictionary<string, object?[]> Added(SortedDictionary<string, object?[]> parts) =>
        new(parts.ToDictionary(part => part.Key, part => (object?[])[part.Value.Sum(value => (decimal?)value)], StringComparer.Ordinal), StringComparer.Ordinal);

    private static SortedDictionary<string, object?[]> Summed(SortedDictionary<string, object?[]> parts)
    {
        var columns = PlainMeasure.All.Count(measure => measure.IsAdditive);
        object?[] sums = [.. Enumerable.Range(0, columns).Select(column =>
            parts.Values.Select(row => (decimal?)row[column]).Where(value => value is not null).ToList() is { Count: > 0 } known ? known.Sum() : null)];
        sums[1] ??= 0m;
        return new(StringComparer.Ordinal) { [""] = sums };
    }

    private async Task ForEachTableAsync(
        string engine,
        Func<EventStore, IReadOnlyList<Event>, IReadOnlyList<PlainQuestion>, Task<IEnumerable<(PlainQuestion, SortedDictionary<string, object?[]>, SortedDictionary<string, object?[]>)>>> ask)
    {
        var compared = 0;
        output.WriteLine($"KELVIN_SEED={First} KELVIN_LAW_TABLES={Tables}");
        for (var number = First; number < First + Tables; number++)
        {
            var (rows, questions) = Chances.Draw(number);
            await using var store = await EventStore.OpenAsync(Engine.All[engine], rows);
            foreach (var (question, expected, found) in await ask(store, rows, questions))
            {
                AssertSame($"KELVIN_SEED={number}: {question}", expected, found);
                compared++;
            }
        }
        output.WriteLine($"{compared} answers compared");
    }

    private static void AssertSame(string asked, SortedDictionary<string, object?[]> expected, SortedDictionary<string, object?[]> found)
    {
        var (told, answered) = (expected.Select(Line).ToList(), found.Select(Line).ToList());
        Assert.True(told.SequenceEqual(answered), $"{asked}\n  only expected:\n{string.Join('\n', told.Except(answered))}\n  only found:\n{string.Join('\n', answered.Except(told))}");
    }

    private static string Line(KeyValuePair<string, object?[]> row) => $"{row.Key}: {string.Join(", ", row.Value.Select(Text))}";

    /// <summary>Numbers to ten digits: plain code divides in another order than engines do.</summary>
    private static string Text(object? value) => value switch
    {
        null => "missing",
        double number => (number == 0 ? 0d : number).ToString("G10", CultureInfo.InvariantCulture),
        _ => Convert.ToDecimal(value, CultureInfo.InvariantCulture).ToString("0.####", CultureInfo.InvariantCulture),
    };
}
