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
}
