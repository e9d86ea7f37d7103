namespace Cases.Tests.Laws;

/// <summary>A window of time told twice: as a formula around a metric, and as the days it makes of a period's.</summary>
/// <param name="Suffix">What follows the metric's name.</param>
/// <param name="Around">The formula of the windowed metric, given the metric's name.</param>
/// <param name="Days">First and last day of the window, given those of a period.</param>
internal sealed record PlainWindow(string Suffix, Func<string, string> Around, Func<Days, Days> Days)
{
    /// <summary>No window.</summary>
    public static PlainWindow Own { get; } = new("", name => name, days => days);

    /// <summary>All but <see cref="Own"/>.</summary>
    public static IReadOnlyList<PlainWindow> Moving { get; } =
    [
        new("_3_days", name => $"trailing({name}, 3 days)", days => new(days.Last.AddDays(-2), days.Last)),
        new("_2_weeks", name => $"trailing({name}, 2 weeks)", days => new(days.Last.AddDays(-13), days.Last)),
        new("_month_to_date", name => $"to_date({name}, month)", days => new(new(days.Last.Year, days.Last.Month, 1), days.Last)),
        new("_week_before", name => $"prior({name}, 1 week)", days => new(days.First.AddDays(-7), days.Last.AddDays(-7))),
        new("_3_days_of_week_before", name => $"prior(trailing({name}, 3 days), 1 week)", days => new(days.Last.AddDays(-9), days.Last.AddDays(-7))),
    ];
}

/// <summary>Days from a first to a last, both inside.</summary>
internal readonly record struct Days(DateOnly First, DateOnly Last)
{
    public bool Contains(DateOnly? day) => First <= day && day <= Last;
}
