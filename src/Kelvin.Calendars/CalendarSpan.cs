namespace Kelvin.Calendars;

/// <summary>A length of calendar time, such as 28 days or 1 year.</summary>
/// <param name="Count">How many; at least 1.</param>
/// <param name="Step">Of what.</param>
public readonly record struct CalendarSpan(int Count, Grain Step)
{
    /// <inheritdoc />
    public override string ToString() => $"{Count} {Step}{(Count == 1 ? "" : "s")}";
}
