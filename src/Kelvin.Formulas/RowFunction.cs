namespace Kelvin.Formulas;

/// <summary>The functions and operators of the row level, resolved to exactly one meaning each.</summary>
public enum RowFunction
{
#pragma warning disable CS1591 // The names are the operators; the remarks below say what is not plain from them.
    Add, Subtract, Multiply,

    /// <summary>Division of two numbers as double; missing when the divisor is zero.</summary>
    Divide,
    Negate, Absolute,

    /// <summary>Rounds half away from zero; second argument: decimals (constant).</summary>
    Round, Floor, Ceiling,

    /// <summary>The least or greatest of its arguments; missing arguments are passed over.</summary>
    Least, Greatest,

    Equal, NotEqual, Less, LessOrEqual, Greater, GreaterOrEqual,
    And, Or, Not,

    /// <summary>First argument equals one of the others.</summary>
    In,

    /// <summary>SQL LIKE with % and _, case-sensitive; second argument a constant.</summary>
    Like,

    /// <summary>Whether the value is there. Never missing itself.</summary>
    IsKnown,

    /// <summary>The first argument that is there.</summary>
    Coalesce,

    Lower, Upper, Trim, Length, Concatenate,

    /// <summary>The local day of an instant, in the query's zone.</summary>
    DateOfTimestamp,

    /// <summary>Calendar parts of a date, as numbers; weekday 1 is Monday; week is the ISO week.</summary>
    Year, QuarterOfYear, Month, Week, DayOfMonth, DayOfYear, Weekday,

    /// <summary>
    /// The first day of the period that holds a date, or the first instant for hours and minutes; second argument: the
    /// name of the grain, a constant.
    /// </summary>
    PeriodStart,

    /// <summary>
    /// The name of the period of a workspace's calendar that holds a date, as text; where it has several languages, the English
    /// one. Missing where the calendar has no period. Second argument: the name of the grain, a constant.
    /// </summary>
    PeriodName,

    /// <summary>Local hour of an instant, 0 to 23, in the query's zone.</summary>
    HourOfTimestamp,

    /// <summary>Second date − first date in whole days.</summary>
    DaysBetweenDates,

    /// <summary>Second instant − first instant in days of 24 hours, with fractions.</summary>
    DaysBetweenTimestamps,

    /// <summary>Second instant − first instant in hours, minutes, seconds; with fractions.</summary>
    HoursBetween, MinutesBetween, SecondsBetween,

    /// <summary>How many turns of the month lie between two dates: from 31 January to 1 February it is 1.</summary>
    MonthsBetween,

    /// <summary>Working days after the first date up to and including the second; negative when reversed.</summary>
    WorkingDaysBetween,

    /// <summary>Date moved by a whole number of days, or months clipped to the month's end.</summary>
    AddDays, AddMonths,

    /// <summary>
    /// Date moved by a number of periods of a workspace's calendar, keeping its place from their start, the last day where that
    /// lies beyond the end; missing where there is no such period. Number and name of the grain are constants. Not written in formulas.
    /// </summary>
    AddPeriods,
#pragma warning restore CS1591
}
