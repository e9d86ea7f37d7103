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

    private static readonly Gen<PlainQuestion> Question = Gen.Select(
        Gen.Select(OneOf([.. PlainMeasure.All]), OneOf([PlainWindow.Own, PlainWindow.Own, .. PlainWindow.Moving])).Array[1, 4],
        OneOf<string?>(null, "day", "day", "week", "month"),
        OneOf([.. PlainRange.All]),
        OneOf<string[]>([], ["kind"], ["region"], ["kind", "region"], ["flag"], ["label"], ["stage"], ["day_stage"], ["label", "stage"]),
        OneOf([.. PlainFilter.All]),
        OneOf(Zones),
        (metrics, grain, range, by, filter, zone) => new PlainQuestion(
            [.. metrics.DistinctBy(metric => metric.Item1.Name + metric.Item2.Suffix).Where(metric => Fits(metric.Item2, grain))
                .DefaultIfEmpty((PlainMeasure.All[0], PlainWindow.Own))],
            grain, range, [.. by], filter, zone));

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
