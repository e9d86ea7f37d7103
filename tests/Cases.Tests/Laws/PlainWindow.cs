namespace Cases.Tests.Laws;

/// <summary>A window of time told twice: as a formula around a metric, and as the days it makes of a period's.</summary>
/// <param name="Suffix">What follows the metric's name.</param>
/// <param name="Around">The formula of the windowed metric, given the metric's name.</param>
/// <param name="Days">First and last day of the window, given those of a period.</param>
/// <param name="Keep">What stands for the values of the window's days, or null when the window is looked at as a whole.</param>
internal sealed record PlainWindow(
    string Suffix, Func<string, string> Around, Func<Days, Days> Days, Func<IReadOnlyList<object>, object>? Keep = null)
{
    /// <summary>The days whose values one stands for: those of the period, if not others.</summary>
    public Func<Days, Days?, Days> Over { get; init; } = (period, _) => period;

    /// <summary>No window.</summary>
    public static PlainWindow Own { get; } = new("", name => name, days => days);

    /// <summary>All but <see cref="Own"/>.</summary>
    public static IReadOnlyList<PlainWindow> Moving { get; } =
    [
        new("_3_days", name => $"trailing({name}, 3 days)", days => new(days.Last.AddDays(-2), days.Last)),
        new("_2_weeks", name => $"trailing({name}, 2 weeks)", days => new(days.Last.AddDays(-13), days.Last)),
        new("_month_to_date", name => $"to_date({name}, month)", days => new(new(days.Last.Year, days.Last.Month, 1), days.Last)),
        new("_week_before", name => $"prior({name}, 1 week)", days => new(days.First.AddDays(-7), days.Last.AddDays(-7))),
        new("_so_far", name => $"cumulative({name})", days => new(DateOnly.MinValue, days.Last)),
        new("_so_far_week_before", name => $"prior(cumulative({name}), 1 week)", days => new(DateOnly.MinValue, days.Last.AddDays(-7))),
        new("_month_start", name => $"at_start({name}, month)", days => FirstOfMonth(days.First)),
        new("_so_far_at_month_start", name => $"at_start(cumulative({name}), month)", days => new(DateOnly.MinValue, FirstOfMonth(days.First).Last)),
        new("_first_day", name => $"first_of({name}, day)", days => days, values => values[0]),
        new("_last_so_far", name => $"last_of(cumulative({name}), day)", days => new(DateOnly.MinValue, days.Last), values => values[^1]),
        new("_mean_day", name => $"average_of({name}, day)", days => days, Mean),
        new("_mean_3_days", name => $"average_of(trailing({name}, 3 days), day)", days => new(days.Last.AddDays(-2), days.Last), Mean),
        new("_all_days", name => $"total_of({name}, day)", days => days, Total),
        new("_worst_day", name => $"least_of({name}, day)", days => days, values => values.Min()!),
        new("_best_day", name => $"greatest_of({name}, day)", days => days, values => values.Max()!),
        new("_so_far_mean_day", name => $"cumulative(average_of({name}, day))", days => days, Mean) { Over = (period, told) => new(told?.First ?? period.First, period.Last) },
        new("_so_far_best_day", name => $"cumulative(greatest_of({name}, day))", days => days, values => values.Max()!) { Over = (period, told) => new(told?.First ?? period.First, period.Last) },
        new("_2_weeks_mean_day", name => $"trailing(average_of({name}, day), 2 weeks)", days => days, Mean) { Over = (period, _) => new(period.Last.AddDays(-13), period.Last) },
        new("_3_days_of_week_before", name => $"prior(trailing({name}, 3 days), 1 week)", days => new(days.Last.AddDays(-9), days.Last.AddDays(-7))),
    ];

    private static Days FirstOfMonth(DateOnly day) => new(new(day.Year, day.Month, 1), new(day.Year, day.Month, 1));

    private static object Total(IReadOnlyList<object> values) =>
        values[0] is decimal ? values.Sum(value => (decimal)value) : values.Sum(value => (double)value);

    private static object Mean(IReadOnlyList<object> values) =>
        values[0] is decimal ? (double)(values.Sum(value => (decimal)value) / values.Count) : values.Average(value => (double)value);
}

/// <summary>Days from a first to a last, both inside.</summary>
internal readonly record struct Days(DateOnly First, DateOnly Last)
{
    public bool Contains(DateOnly? day) => First <= day && day <= Last;

    /// <summary>Each of them, in order.</summary>
    public IEnumerable<DateOnly> Each()
    {
        for (var day = First; day <= Last; day = day.AddDays(1))
            yield return day;
    }
}
