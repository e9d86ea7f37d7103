using System.Collections.Immutable;
using CsCheck;

namespace Cases.Tests.Laws;

/// <summary>Random tables and questions, the same for the same number.</summary>
internal static class Chances
{
    private static readonly string[] Zones = ["Europe/Stockholm", "America/New_York"];
    private static readonly DateTime From = new(2025, 2, 26, 0, 0, 0, DateTimeKind.Utc);

    // Quarters of a unit, so that sums in binary are exact in any order.
    private static readonly Gen<Event> Row = Gen.Select(
        Maybe(Gen.Int[0, 40 * 24 * 4].Select(quarter => From.AddMinutes(15 * quarter)), 8),
        Gen.Select(Text("a", "b", "c"), Text("s", "m", "l"), Text("p1", "p2", "p3", "gone")),
        Maybe(Gen.Int[-400, 4000].Select(amount => amount / 100m), 5),
        Maybe(Gen.Int[-8, 16].Select(weight => weight / 4.0), 5),
        OneOf<bool?>(true, false, null),
        (at, texts, amount, weight, flag) => new Event(at, texts.Item1, texts.Item2, texts.Item3, amount, weight, flag));

    private static readonly Gen<List<Event>> Rows = Gen.OneOf(Gen.Const(0), Gen.Int[1, 6], Gen.Int[7, 120], Gen.Int[7, 120])
        .SelectMany(count => Row.List[count]);

    private static readonly Gen<PlainQuestion> Plain = Gen.Select(
        Gen.Select(OneOf([.. PlainMeasure.All]), OneOf([PlainWindow.Own, PlainWindow.Own, .. PlainWindow.Moving])).Array[1, 4],
        OneOf<string?>(null, "day", "day", "week", "month"),
        OneOf([.. PlainRange.All]),
        OneOf<string[]>([], ["kind"], ["region"], ["kind", "region"], ["flag"], ["label"], ["stage"], ["day_stage"], ["label", "stage"]),
        OneOf([.. PlainFilter.All]),
        OneOf(Zones),
        (metrics, grain, range, by, filter, zone) => new PlainQuestion(
            Fitting(metrics.DistinctBy(metric => metric.Item1.Name + metric.Item2.Suffix), grain),
            grain, range, [.. by], filter, zone));

    private static readonly Gen<PlainQuestion> Question = Gen.Select(
        Plain, Gen.Int[0, 13], Gen.Int[1, 3], OneOf([.. PlainMeasure.All]), OneOf(true, false),
        (question, kind, count, by, writes) => With(question, kind, new PlainOptions { Top = (count, by), Writes = writes }));

    /// <summary>The question with one of the things that can be asked beside metrics, and what that needs; most of the last have none.</summary>
    private static PlainQuestion With(PlainQuestion question, int kind, PlainOptions drawn)
    {
        var options = new PlainOptions { Writes = drawn.Writes };
        var grouped = question.By.IsEmpty ? question with { By = ["kind"] } : question;
        return kind switch
        {
            0 => grouped with { Options = options with { Ranks = true } },
            1 or 2 => grouped with { Options = options with { Shares = true }, Metrics = PartsOfWhole(question) },
            3 or 4 => question with { Options = options with { Fills = true }, Grain = question.Grain ?? "week" },
            5 => grouped with { Options = options with { Fills = true, Ranks = true }, Grain = question.Grain ?? "week" },
            6 or 7 when question.Range.Days is not null => question with { Options = options with { Compares = true }, Grain = null, Metrics = Fitting(question.Metrics, null) },
            8 => grouped with { Options = options with { Top = drawn.Top } },
            9 => grouped with { Options = options with { Top = drawn.Top, Ranks = true } },
            10 or 11 => question with { Options = options with { Further = "month" }, Grain = "week" },
            _ => question with { Options = options },
        };
    }

    private static ImmutableArray<(PlainMeasure, PlainWindow)> PartsOfWhole(PlainQuestion question) =>
        [.. question.Metrics.Where(metric => metric.Measure.IsPartOfWhole(metric.Window)).DefaultIfEmpty((PlainMeasure.All[0], PlainWindow.Own))];

    private static ImmutableArray<(PlainMeasure, PlainWindow)> Fitting(IEnumerable<(PlainMeasure Measure, PlainWindow Window)> metrics, string? grain) =>
        [.. metrics.Where(metric => Fits(metric.Window, grain)).DefaultIfEmpty((PlainMeasure.All[0], PlainWindow.Own))];

    /// <summary>A table and questions about it.</summary>
    public static (List<Event> Rows, ImmutableArray<PlainQuestion> Questions) Draw(int number)
    {
        var chance = new PCG(1, (ulong)number);
        return (Rows.Generate(chance, null, out _), [.. Question.Array[8].Generate(chance, null, out _)]);
    }

    /// <summary>A month moved by a week is no month, which plain days do not tell.</summary>
    private static bool Fits(PlainWindow window, string? grain) =>
        grain is "day" or "week" || !window.Suffix.Contains("week_before", StringComparison.Ordinal);

    private static Gen<string?> Text(params string[] values) => OneOf<string?>([null, .. values]);

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(at => values[at]);

    private static Gen<T?> Maybe<T>(Gen<T> value, int oneMissingOf)
        where T : struct =>
        Gen.Int[1, oneMissingOf].SelectMany(chance => chance == 1 ? Gen.Int[0, 0].Select(_ => (T?)null) : value.Select(known => (T?)known));
}
