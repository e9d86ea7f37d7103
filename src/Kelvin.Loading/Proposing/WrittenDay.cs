using System.Globalization;

namespace Kelvin.Loading.Proposing;

/// <summary>A text that may be a day or a moment, taken apart without saying yet which part is the day and which the month.</summary>
/// <param name="First">The first number.</param>
/// <param name="Second">The second.</param>
/// <param name="Third">The third.</param>
/// <param name="Sign">What stands between them; 0 where nothing does.</param>
/// <param name="Year">Digits of the year, and whether it comes first.</param>
/// <param name="IsShort">Whether a day or month is written with one digit.</param>
/// <param name="Time">How the time of day is written after it.</param>
internal readonly record struct WrittenDay(int First, int Second, int Third, char Sign, WrittenYear Year, bool IsShort, WrittenTime Time)
{
    private const int Longest = 40;

    /// <summary>Whether the time of day is midnight, or there is none.</summary>
    public bool IsMidnight { get; private init; }

    /// <summary>A day that is written year first with hyphens.</summary>
    public static WrittenDay OfPlain(ReadOnlySpan<byte> field, WrittenTime time, bool isMidnight) => new(
        (field[0] - '0') * 1000 + (field[1] - '0') * 100 + (field[2] - '0') * 10 + field[3] - '0', (field[5] - '0') * 10 + field[6] - '0',
        (field[8] - '0') * 10 + field[9] - '0', '-', WrittenYear.FirstOfFour, false, time) { IsMidnight = isMidnight };

    /// <summary>Takes a text apart; false when it has not the form of a day.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, out WrittenDay day)
    {
        day = default;
        if (text.Length is < 6 or > Longest || !char.IsAsciiDigit(text[0]))
            return false;
        if (text.Length == 8 && !text.ContainsAnyExceptInRange('0', '9'))
            return Make(Number(text[..4]), Number(text[4..6]), Number(text[6..]), '\0', WrittenYear.FirstOfFour, false, WrittenTime.None, true, out day);
        var firstEnd = DigitsOf(text);
        if (firstEnd is 0 or > 4 || firstEnd == text.Length || text[firstEnd] is not ('-' or '/' or '.'))
            return false;
        var sign = text[firstEnd];
        var rest = text[(firstEnd + 1)..];
        var secondEnd = DigitsOf(rest);
        if (secondEnd is 0 or > 2 || secondEnd == rest.Length || rest[secondEnd] != sign)
            return false;
        var last = rest[(secondEnd + 1)..];
        var thirdEnd = DigitsOf(last);
        if (thirdEnd is 0 or > 4 or 3 || !WrittenTime.TryRead(last[thirdEnd..], out var time, out var isMidnight))
            return false;
        var year = firstEnd == 4 ? WrittenYear.FirstOfFour : thirdEnd == 4 ? WrittenYear.LastOfFour : WrittenYear.OfTwo;
        if (firstEnd == 3 || firstEnd == 4 && thirdEnd == 4)
            return false;
        var isShort = secondEnd == 1 || (year == WrittenYear.FirstOfFour ? thirdEnd == 1 : firstEnd == 1);
        return Make(Number(text[..firstEnd]), Number(rest[..secondEnd]), Number(last[..thirdEnd]), sign, year, isShort, time, isMidnight, out day);
    }

    /// <summary>The day in this order, or null where there is no such day.</summary>
    public DateOnly? In(DayOrder order)
    {
        var (year, month, day) = order switch
        {
            DayOrder.YearMonthDay => (First, Second, Third),
            DayOrder.YearDayMonth => (First, Third, Second),
            DayOrder.DayMonthYear => (Third, Second, First),
            _ => (Third, First, Second),
        };
        var isYearFirst = order is DayOrder.YearMonthDay or DayOrder.YearDayMonth;
        if (Year == WrittenYear.FirstOfFour != isYearFirst && Year != WrittenYear.OfTwo || month is < 1 or > 12 || day < 1)
            return null;
        var whole = Year == WrittenYear.OfTwo ? CultureInfo.InvariantCulture.Calendar.ToFourDigitYear(year) : year;
        return whole is >= 1000 and <= 9998 && day <= DateTime.DaysInMonth(whole, month) ? new DateOnly(whole, month, day) : null;
    }

    private static bool Make(int first, int second, int third, char sign, WrittenYear year, bool isShort, WrittenTime time, bool isMidnight, out WrittenDay day)
    {
        day = new WrittenDay(first, second, third, sign, year, isShort, time) { IsMidnight = isMidnight };
        return true;
    }

    private static int DigitsOf(ReadOnlySpan<char> text) =>
        text.IndexOfAnyExceptInRange('0', '9') is var end && end < 0 ? text.Length : end;

    private static int Number(ReadOnlySpan<char> digits)
    {
        var number = 0;
        foreach (var digit in digits)
            number = number * 10 + digit - '0';
        return number;
    }
}

/// <summary>How the year of a day is written.</summary>
internal enum WrittenYear
{
    FirstOfFour,
    LastOfFour,
    OfTwo,
}

/// <summary>Orders in which days are written.</summary>
internal enum DayOrder
{
    YearMonthDay,
    DayMonthYear,
    MonthDayYear,
    YearDayMonth,
}
