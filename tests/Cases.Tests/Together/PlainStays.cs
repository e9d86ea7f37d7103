using System.Collections.Immutable;

namespace Cases.Tests.Together;

/// <summary>
/// Balances, conversions and returns worked out row by row from what their definitions say, with nothing in common with the
/// compiler.
/// </summary>
/// <param name="rows">The rows of each dataset.</param>
internal sealed class PlainStays(ImmutableSortedDictionary<string, ImmutableArray<Stay>> rows)
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm");

    /// <summary>Those that are told here, by metric.</summary>
    public IReadOnlyDictionary<string, Func<DateOnly, string?, object?>> Metrics => new Dictionary<string, Func<DateOnly, string?, object?>>
    {
        ["counts_at_end"] = (month, kind) => Count(Edge("counts", Days(month), last: true, _ => null).Where(Of(kind))),
        ["counts_at_start"] = (month, kind) => Sum(Edge("counts", Days(month), last: false, _ => null).Where(Of(kind))),
        ["mean_count"] = (month, kind) => Mean(Inside("counts", Days(month)).Where(Of(kind)), _ => Inside("counts", Days(month)).Select(row => row.At).Distinct().Count()),
        ["states_at_end"] = (month, kind) => Sum(Edge("states", Moments(month), last: true, row => row.User).Where(Of(kind))),
        ["states_of_kinds"] = (month, kind) => Sum(Edge("states", Moments(month), last: true, row => (row.Kind, row.User)).Where(Of(kind))),
        ["mean_state"] = (month, kind) => Mean(Inside("states", Moments(month)).Where(Of(kind)),
            row => Inside("states", Moments(month)).Where(other => other.User == row.User).Select(other => other.At).Distinct().Count()),
        ["held_at_end"] = (month, kind) => Sum(Edge("meters", (Midnight(month.AddMonths(1).AddDays(-10)), Midnight(month.AddMonths(1))), last: true, row => row.User).Where(Of(kind))),
        ["mean_held"] = (month, kind) => Mean(DaysOf(month).SelectMany(day =>
            Edge("meters", (Midnight(day.AddDays(-9)), Midnight(day.AddDays(1))), last: true, row => row.User)).Where(Of(kind)), _ => DaysOf(month).Count),
        ["staying"] = (month, kind) => Count(There("stays", Days(month).End).Where(Of(kind))),
        ["staying_at_start"] = (month, kind) => Sum(Rows("stays").Where(row => row.At <= Days(month).Start && !(row.Until <= Days(month).Start)).Where(Of(kind))),
        ["mean_staying"] = (month, kind) => DaysOf(month).Sum(day => There("stays", Start(day.AddDays(1))).Count(Of(kind))) is var sum and > 0 ? (double)sum / DaysOf(month).Count : null,
        ["open_calls"] = (month, kind) => Count(There("calls", Moments(month).End).Where(Of(kind))),
        ["mean_calls"] = (month, kind) => Mean(DaysOf(month).SelectMany(day => There("calls", Midnight(day.AddDays(1)))).Where(Of(kind)), _ => DaysOf(month).Count),
        ["conversion"] = (month, kind) => Bases(month, kind, _ => true) is { Count: > 0 } bases ? (double)Conversions(bases, _ => true, _ => true, 7) / bases.Count : null,
        ["conversions"] = (month, kind) => Bases(month, kind, row => row.Kind == "a") is { Count: > 0 } bases ? (decimal)Conversions(bases, row => row.Kind == "a", row => row.Flag == true, 10_000) : null,
        ["came_back"] = CameBack,
    };

    private object? CameBack(DateOnly month, string? kind)
    {
        var before = Inside("events", (Midnight(month.AddDays(-14)), Moments(month).Start)).Where(Of(kind)).Select(row => row.User).OfType<string>().ToHashSet();
        var within = Inside("events", Moments(month)).Where(Of(kind)).Select(row => row.User).OfType<string>().ToHashSet();
        return before.Count == 0 ? null : (double)before.Count(within.Contains) / before.Count;
    }

    private List<Stay> Bases(DateOnly month, string? kind, Func<Stay, bool> where) => [.. Inside("events", Moments(month)).Where(where).Where(Of(kind))];

    /// <summary>How many buys have one of these as the latest event of their user at or before them, and soon enough before.</summary>
    private int Conversions(List<Stay> bases, Func<Stay, bool> from, Func<Stay, bool> to, int days) => rows["buys"].Where(to).Count(buy =>
        rows["events"].Where(from).Where(row => row.User is not null && row.User == buy.User && row.At <= buy.At)
            .OrderBy(row => row.At).ThenBy(row => row.Id, StringComparer.Ordinal).LastOrDefault() is { } latest
        && bases.Contains(latest) && buy.At < latest.At.AddDays(days));

    private List<Stay> Edge(string table, (DateTime Start, DateTime End) stretch, bool last, Func<Stay, object?> series) =>
    [
        .. Inside(table, stretch).GroupBy(series).SelectMany(group => group.GroupBy(row => row.At).OrderBy(moment => last ? -moment.Key.Ticks : moment.Key.Ticks).First()),
    ];

    private IEnumerable<Stay> There(string table, DateTime end) => Rows(table).Where(row => row.At < end && !(row.Until < end));

    private IEnumerable<Stay> Inside(string table, (DateTime Start, DateTime End) stretch) => Rows(table).Where(row => row.At >= stretch.Start && row.At < stretch.End);

    /// <summary>Some tables know days only.</summary>
    private IEnumerable<Stay> Rows(string table) =>
        table is "counts" or "stays" ? rows[table].Select(row => row with { At = row.At.Date, Until = row.Until?.Date }) : rows[table];

    private static Func<Stay, bool> Of(string? kind) => row => row.Kind == kind;

    private static List<DateOnly> DaysOf(DateOnly month) => [.. Enumerable.Range(0, month.AddMonths(1).DayNumber - month.DayNumber).Select(month.AddDays)];

    private static (DateTime Start, DateTime End) Days(DateOnly month) => (Start(month), Start(month.AddMonths(1)));

    private static (DateTime Start, DateTime End) Moments(DateOnly month) => (Midnight(month), Midnight(month.AddMonths(1)));

    private static DateTime Start(DateOnly day) => day.ToDateTime(TimeOnly.MinValue);

    private static DateTime Midnight(DateOnly day) => TimeZoneInfo.ConvertTimeToUtc(Start(day), Zone);

    private static object? Count(IEnumerable<Stay> rows) => rows.Count() is var count and > 0 ? (decimal)count : null;

    private static object? Sum(IEnumerable<Stay> rows) => Known(rows) is { Count: > 0 } known ? known.Sum(row => row.Amount!.Value) : null;

    private static object? Mean(IEnumerable<Stay> rows, Func<Stay, int> moments) =>
        Known(rows) is { Count: > 0 } known ? known.Sum(row => (double)row.Amount!.Value / moments(row)) : null;

    private static List<Stay> Known(IEnumerable<Stay> rows) => [.. rows.Where(row => row.Amount is not null)];
}
