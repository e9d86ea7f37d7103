namespace Kelvin.Calendars;

/// <summary>Local days, half-open.</summary>
internal readonly record struct DateRange(DateOnly Start, DateOnly End)
{
    /// <summary>How many days.</summary>
    public int Days => End.DayNumber - Start.DayNumber;
}
