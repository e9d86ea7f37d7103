namespace Kelvin.Sql.Tree;

/// <summary>
/// What can be done with values of one row, by meaning; a dialect knows how its engine says it.
/// Unless told otherwise a missing argument makes a missing result.
/// </summary>
public enum SqlFunction
{
#pragma warning disable CS1591 // The names are the operations; the remarks below say what is not plain from them.
    Add, Subtract, Multiply,

    /// <summary>Division as double; missing when the divisor is zero.</summary>
    Divide,
    Negate, Absolute,

    /// <summary>Rounds half away from zero; second argument: how many decimals, a literal. Exact for exact numbers.</summary>
    Round, Floor, Ceiling,

    /// <summary>The least or greatest of the arguments that are there.</summary>
    Least, Greatest,

    /// <summary>Whether two values are equal, or both missing; never missing itself.</summary>
    Same,

    Equal, NotEqual, Less, LessOrEqual, Greater, GreaterOrEqual,

    /// <summary>Three-valued logic of any number of arguments: a missing one counts only where it decides.</summary>
    And, Or, Not,

    /// <summary>Whether the first argument equals one of the others.</summary>
    In,

    /// <summary>Whether text fits a pattern with % and _; case-sensitive, no escape.</summary>
    Like,

    /// <summary>Never missing themselves.</summary>
    IsNull, IsNotNull,

    /// <summary>The first argument that is there.</summary>
    Coalesce,

    /// <summary>The first argument, or missing when it equals the second.</summary>
    NullIf,

    Lower, Upper,

    /// <summary>Text without spaces at its ends.</summary>
    Trim,

    /// <summary>Number of characters (code points).</summary>
    Length,
    Concat,

    /// <summary>The UTC day of an instant.</summary>
    DateOfTimestamp,

    /// <summary>Calendar parts of a date or instant.</summary>
    Year, Quarter, Month, DayOfMonth, Hour,

    /// <summary>ISO 8601 week, 1 to 53, of a date or instant.</summary>
    IsoWeek,

    /// <summary>Monday 1 to Sunday 7.</summary>
    IsoWeekday,

    /// <summary>Second date − first date, in whole days.</summary>
    DateDifferenceInDays,

    /// <summary>Second instant − first instant in seconds, as double, exact to the microsecond.</summary>
    SecondsBetween,

    /// <summary>A date moved by a whole number of days, or of months clipped to the month's end. A date.</summary>
    AddDays, AddMonths,

    /// <summary>An instant moved by a whole number of seconds.</summary>
    AddSeconds,

    /// <summary>The first moment of the hour or minute of an instant.</summary>
    StartOfHour, StartOfMinute,

    /// <summary>The first day of the ISO week, month, quarter or year of a date or instant. A date.</summary>
    StartOfWeek, StartOfMonth, StartOfQuarter, StartOfYear,

    /// <summary>In grouping sets: bit i, from the right end, is 1 where the argument is not grouped by.</summary>
    Grouping,
#pragma warning restore CS1591
}
