using System.Globalization;

namespace Cases.Tests.Laws;

/// <summary>A metric told twice: as a formula, and as plain code over a list of rows.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Formula">Its formula.</param>
/// <param name="Value">Its value over rows: decimal, double or null for missing.</param>
/// <param name="IsAdditive">Whether the values of parts add up to that of the whole.</param>
/// <param name="Unit">What its values are, as far as a change in them is concerned: a change of shares is a difference.</param>
internal sealed record PlainMeasure(string Name, string Formula, Func<List<Event>, object?> Value, bool IsAdditive = false, string Unit = "")
{
    /// <summary>What a formula is made of; a row is there where any of it is known.</summary>
    public Func<List<Event>, object?>[] Parts { get; init; } = [];

    /// <summary>Whether it can be told as a share of the total: what adds up, and numbers of different things.</summary>
    public bool IsPartOfWhole(PlainWindow window) =>
        IsAdditive ? window.Keep is null : window == PlainWindow.Own && Formula.StartsWith("distinct", StringComparison.Ordinal);

    /// <summary>Whether anything it is made of is known.</summary>
    public bool IsPresent(List<Event> rows) => Parts.Any(part => part(rows) is not null);

    /// <summary>What has become of an earlier value: relative to its size, a difference for shares.</summary>
    public object? Change(object? value, object? earlier) =>
        value is null || earlier is null ? null
        : Unit == "share" ? PlainCell.Number(value) - PlainCell.Number(earlier)
        : PlainCell.Ratio(Convert.ToDecimal(value, CultureInfo.InvariantCulture) - Convert.ToDecimal(earlier, CultureInfo.InvariantCulture), Math.Abs(PlainCell.Number(earlier)));

    public static IReadOnlyList<PlainMeasure> All { get; } =
    [
        new("n", "count(events)", rows => Count(rows.Count), true),
        new("n0", "count(events)", rows => (decimal)rows.Count, true),
        new("flagged", "count(events where flag)", rows => Count(rows.Count(row => row.Flag == true)), true),
        new("total", "sum(events.amount)", rows => Sum(rows), true),
        new("heavy", "sum(events.amount where weight > 1)", rows => Sum(rows.Where(row => row.Weight > 1)), true),
        new("not_a", "count(events where kind != 'a')", rows => Count(rows.Count(row => row.Kind is not null && row.Kind != "a")), true),
        new("mean", "average(events.weight)", rows => Known(rows) is { Count: > 0 } known ? known.Average() : null),
        new("least", "min(events.weight)", rows => Known(rows) is { Count: > 0 } known ? known.Min() : null),
        new("greatest", "max(events.amount)", rows => rows.Max(row => row.Amount)),
        new("part", "share(events, flag)", rows => Ratio(rows.Count(row => row.Flag == true), rows.Count), Unit: "share"),
        new("part_of_a", "share(events where kind = 'a', weight > 1)",
            rows => Ratio(rows.Count(row => row.Kind == "a" && row.Weight > 1), rows.Count(row => row.Kind == "a")), Unit: "share"),
        new("sizes", "distinct(events.size)", rows => Count(rows.Select(row => row.Size).OfType<string>().Distinct().Count())),
        new("middle", "median(events.weight)", rows => Median(Known(rows))),
        new("regions", "distinct(events.places.region where flag is known)",
            rows => Count(rows.Where(row => row.Flag is not null).Select(row => row.Region).OfType<string>().Distinct().Count())),
        new("total_flagged", "filtered(total, flag)", rows => Sum(rows.Where(row => row.Flag == true)), true),
        new("total_unflagged", "filtered(total, not flag)", rows => Sum(rows.Where(row => row.Flag == false)), true),
        new("total_unknown", "filtered(total, flag is missing)", rows => Sum(rows.Where(row => row.Flag is null)), true),
        new("mean_north", "filtered(mean, places.region = 'north' and label.label = 'one')",
            rows => Known([.. rows.Where(row => row.Region == "north" && row.Label == "one")]) is { Count: > 0 } known ? known.Average() : null),
        new("per_size", "total / sizes", rows => PlainCell.Ratio(Sum(rows), Sizes(rows))) { Parts = [Sum, Sizes] },
        new("flagged_or_none", "coalesce(flagged, 0)", rows => Flagged(rows) ?? 0m),
        new("unflagged_rows", "n - coalesce(flagged, 0)", rows => rows.Count == 0 ? null : rows.Count - (decimal)(Flagged(rows) ?? 0m)) { Parts = [Flagged] },
        new("is_gain", "case when total > 0 then 1 when total is known then 0 end", rows => Sum(rows) is { } sum ? (decimal)sum > 0 ? 1m : 0m : null) { Parts = [Sum] },
        new("twice_mean", "2 * mean", rows => Known(rows) is { Count: > 0 } known ? 2 * known.Average() : null),
    ];

    private static object? Sizes(List<Event> rows) => Count(rows.Select(row => row.Size).OfType<string>().Distinct().Count());

    private static object? Flagged(List<Event> rows) => Count(rows.Count(row => row.Flag == true));

    private static object? Count(int count) => count == 0 ? null : (decimal)count;

    private static object? Ratio(int part, int whole) => whole == 0 ? null : (double)part / whole;

    private static object? Sum(IEnumerable<Event> rows) =>
        rows.Where(row => row.Amount is not null).ToList() is { Count: > 0 } known ? known.Sum(row => row.Amount!.Value) : null;

    private static List<double> Known(List<Event> rows) => [.. rows.Select(row => row.Weight).OfType<double>().Order()];

    private static object? Median(List<double> sorted) =>
        sorted.Count == 0 ? null : (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
}
