namespace Kelvin.Calendars;

/// <summary>A length of calendar time, such as 28 days or 1 year.</summary>
/// <param name="Count">How many; at least 1.</param>
/// <param name="Step">Of what; a standard grain.</param>
public readonly record struct CalendarSpan(int Count, Grain Step)
{
    /// <summary>The length in months, or null when it is not a number of whole months.</summary>
    internal int? Months =>
        Step == Grain.Month ? Count
        : Step == Grain.Quarter ? 3 * Count
        : Step == Grain.Year ? 12 * Count
        : null;

    /// <summary>The length in local days, or null when it is not a number of whole days.</summary>
    internal int? Days =>
        Step == Grain.Day ? Count
        : Step == Grain.Week ? 7 * Count
        : null;

    /// <inheritdoc />
    public override string ToString() => $"{Count} {Step}{(Count == 1 ? "" : "s")}";
}
