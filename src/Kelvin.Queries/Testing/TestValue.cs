using System.Globalization;
using Kelvin.Calendars;
using Kelvin.Calendars.Ranges;
using Calendar = Kelvin.Calendars.Calendar;

namespace Kelvin.Queries.Testing;

/// <summary>A value as tests write it, against a value of an answer.</summary>
public static class TestValue
{
    // From so many decimals on, what a person wrote is a rounding and not the whole number.
    private const int RoundedDecimals = 4;
    private const double SmallestDifference = 1e-9;

    /// <summary>A value as a test would write it; missing is <c>null</c>.</summary>
    public static string Write(object? value) => value switch
    {
        null => "null",
        decimal number => number.ToString("0.############################", CultureInfo.InvariantCulture),
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        bool truth => truth ? "true" : "false",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime moment => moment.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture),
        Period period => Write(period),
        _ => value.ToString() ?? "",
    };

    /// <summary>
    /// Whether the value of an answer is what was expected. Numbers may differ by a billionth; one written with four decimals or
    /// more is met by what rounds to it. A period is written as a range: <c>2025-03</c>, <c>2025-W10</c>.
    /// </summary>
    internal static bool Fits(object? expected, object? got, Calendar calendar) => (expected, got) switch
    {
        (null, null) => true,
        (decimal wanted, decimal number) => wanted == number || IsNear(wanted, (double)number),
        (decimal wanted, double number) => IsNear(wanted, number),
        (decimal or string, Period period) => IsPeriod(Write(expected), period, calendar),
        (string wanted, bool or DateOnly or DateTime) => string.Equals(wanted.Replace(' ', 'T').TrimEnd('Z'), Write(got), StringComparison.OrdinalIgnoreCase),
        (decimal wanted, string text) => wanted.ToString(CultureInfo.InvariantCulture) == text,
        (string wanted, string text) => wanted == text,
        _ => false,
    };

    private static bool IsNear(decimal wanted, double number)
    {
        var written = wanted.Scale >= RoundedDecimals ? 0.5 * Math.Pow(10, -wanted.Scale) : 0;
        return Math.Abs((double)wanted - number) <= Math.Max(SmallestDifference * Math.Max(1, Math.Abs((double)wanted)), written);
    }

    private static bool IsPeriod(string wanted, Period period, Calendar calendar) =>
        RangeText.Parse(wanted, calendar).Value?.Pin(calendar, period.Start, null) is { } pinned ? pinned.Start == period.Start && pinned.End == period.End
        : period.Grain.IsWithinDay && wanted.Replace(' ', 'T') == Write(period);

    private static string Write(Period period) =>
        period.Grain.IsWithinDay ? period.Start.ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture)
        : period.Grain == Grain.Month ? period.FirstDay.ToString("yyyy-MM", CultureInfo.InvariantCulture)
        : period.Grain == Grain.Year ? period.LastDay.Year.ToString(CultureInfo.InvariantCulture)
        : period.Grain == Grain.Week ? string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(period.FirstDay)}-W{ISOWeek.GetWeekOfYear(period.FirstDay):00}")
        : period.FirstDay.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
