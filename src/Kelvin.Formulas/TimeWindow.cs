using Kelvin.Calendars;

namespace Kelvin.Formulas;

/// <summary>Over which stretch of time a metric is seen, relative to the period it is asked for.</summary>
public abstract record TimeWindow
{
    private TimeWindow()
    {
    }

    /// <summary>The same period, moved back: <c>prior(m, 1 year)</c>.</summary>
    public sealed record Prior(CalendarSpan By) : TimeWindow;

    /// <summary>The stretch of this length that ends where the period ends: <c>trailing(m, 28 days)</c>.</summary>
    public sealed record Trailing(CalendarSpan Length) : TimeWindow;

    /// <summary>From the start of the enclosing larger period to the end of the period: <c>to_date(m, year)</c>.</summary>
    public sealed record ToDate(Grain Within) : TimeWindow;

    /// <summary>From the first data there are to the end of the period: <c>cumulative(m)</c>.</summary>
    public sealed record Cumulative : TimeWindow;

    /// <summary>
    /// The first <paramref name="Of"/> of the larger period in which the period begins: <c>at_start(m, month)</c> is m on the
    /// month's first day.
    /// </summary>
    /// <param name="Within">The larger period.</param>
    /// <param name="Of">Minute, hour or day: days unless the metric is one of the clock.</param>
    public sealed record AtStart(Grain Within, Grain Of) : TimeWindow;
}
