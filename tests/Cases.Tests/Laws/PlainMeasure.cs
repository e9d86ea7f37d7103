namespace Cases.Tests.Laws;

/// <summary>A metric told twice: as a formula, and as plain code over a list of rows.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Formula">Its formula.</param>
/// <param name="Value">Its value over rows: decimal, double or null for missing.</param>
/// <param name="IsAdditive">Whether the values of parts add up to that of the whole.</param>
internal sealed record PlainMeasure(string Name, string Formula, Func<List<Event>, object?> Value, bool IsAdditive = false)
{
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
        new("part", "share(events, flag)", rows => Ratio(rows.Count(row => row.Flag == true), rows.Count)),
        new("part_of_a", "share(events where kind = 'a', weight > 1)",
            rows => Ratio(rows.Count(row => row.Kind == "a" && row.Weight > 1), rows.Count(row => row.Kind == "a"))),
        new("sizes", "distinct(events.size)", rows => Count(rows.Select(row => row.Size).OfType<string>().Distinct().Count())),
        new("middle", "median(events.weight)", rows => Median(Known(rows))),
        new("regions", "distinct(events.places.region where flag is known)",
            rows => Count(rows.Where(row => row.Flag is not null).Select(row => row.Region).OfType<string>().Distinct().Count())),
        new("total_flagged", "filtered(total, flag)", rows => Sum(rows.Where(row => row.Flag == true)), true),
        new("total_unflagged", "filtered(total, not flag)", rows => Sum(rows.Where(row => row.Flag == false)), true),
        new("total_unknown", "filtered(total, flag is missing)", rows => Sum(rows.Where(row => row.Flag is null)), true),
        new("mean_north", "filtered(mean, places.region = 'north' and label.label = 'one')",
            rows => Known([.. rows.Where(row => row.Region == "north" && row.Label == "one")]) is { Count: > 0 } known ? known.Average() : null),
    ];

    private static object? Count(int count) => count == 0 ? null : (decimal)count;

    private static object? Ratio(int part, int whole) => whole == 0 ? null : (double)part / whole;

    private static object? Sum(IEnumerable<Event> rows) =>
        rows.Where(row => row.Amount is not null).ToList() is { Count: > 0 } known ? known.Sum(row => row.Amount!.Value) : null;

    private static List<double> Known(List<Event> rows) => [.. rows.Select(row => row.Weight).OfType<double>().Order()];

    private static object? Median(List<double> sorted) =>
        sorted.Count == 0 ? null : (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
}
