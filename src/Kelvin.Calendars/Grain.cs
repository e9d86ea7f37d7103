namespace Kelvin.Calendars;

/// <summary>
/// The kind of period that time is cut into: <c>day</c>, <c>week</c>, <c>month</c>… or a kind that a calendar of
/// the workspace defines, such as <c>sprint</c>. Which periods of a kind exist is the calendar's business.
/// </summary>
public sealed record Grain
{
    private Grain(string name) => Name = name;

    /// <summary>A minute.</summary>
    public static Grain Minute { get; } = new("minute");

    /// <summary>An hour.</summary>
    public static Grain Hour { get; } = new("hour");

    /// <summary>A local day, 23 to 25 hours long.</summary>
    public static Grain Day { get; } = new("day");

    /// <summary>An ISO 8601 week, Monday to Sunday.</summary>
    public static Grain Week { get; } = new("week");

    /// <summary>A month of the calendar asked.</summary>
    public static Grain Month { get; } = new("month");

    /// <summary>A quarter of the calendar asked.</summary>
    public static Grain Quarter { get; } = new("quarter");

    /// <summary>A year of the calendar asked; a fiscal calendar's year starts in its own first month.</summary>
    public static Grain Year { get; } = new("year");

    /// <summary>Any stretch that is not one period of a calendar, such as 1–17 March. No calendar cuts time into these.</summary>
    public static Grain Range { get; } = new("range");

    /// <summary>The grains every calendar has, from fine to coarse.</summary>
    public static IReadOnlyList<Grain> Standard { get; } = [Minute, Hour, Day, Week, Month, Quarter, Year];

    /// <summary>The name, in lower case.</summary>
    public string Name { get; }

    /// <summary>Whether its periods are shorter than a day and so are counted in instants.</summary>
    public bool IsWithinDay => Name is "minute" or "hour";

    /// <summary>The standard grain of this name, or one that a calendar defines.</summary>
    public static Grain Named(string name) => new(name);

    /// <inheritdoc />
    public bool Equals(Grain? other) => Name == other?.Name;

    /// <inheritdoc />
    public override int GetHashCode() => Name.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc />
    public override string ToString() => Name;
}
