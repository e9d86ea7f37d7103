using System.Globalization;
using Kelvin.Language;

namespace Kelvin.Calendars;

/// <summary>
/// Periods as people read them: <c>mars 2025</c>, <c>v. 10 2025</c>, <c>kv 2 2025</c>, <c>1–17 mars 2025</c>;
/// <c>March 2025</c>, <c>W10 2025</c>, <c>Q2 2025</c>, <c>1–17 March 2025</c>.
/// </summary>
public static class PeriodText
{
    /// <summary>
    /// The period in full. Fiscal years are written with both years, <c>2024/2025</c>, and their quarters are numbered,
    /// when the calendar that cut the period is given; without one, a quarter that starts off the ordinary year is
    /// written by its months. Periods of a workspace's own calendars are named by them. A range is written by its days, or by its months when they are whole.
    /// </summary>
    public static string Write(Period period, Tongue tongue, Calendar? calendar = null)
    {
        var first = period.FirstDay;
        if (calendar?.NumberOf(period) is var (other, number))
            return other.Periods.Name(number, tongue);
        if (period.Grain.IsWithinDay)
            return $"{Day(first, tongue)} {Clock(period)}";
        if (period.Grain == Grain.Day)
            return Day(first, tongue);
        if (period.Grain == Grain.Week)
            return Say(tongue, "week", ("week", Week(first)), ("year", Plain(WeekYear(first))));
        if (period.Grain == Grain.Year)
            return Year(period);
        if (period.Grain == Grain.Quarter && QuarterOf(period, calendar) is { } quarter)
            return Say(tongue, "quarter", ("quarter", quarter), ("year", YearAround(period, calendar)));
        return Stretch(period, tongue);
    }

    /// <summary>The period as short as an axis allows, without its year unless it spans several: <c>14 mars</c>, <c>v. 10</c>, <c>mars</c>, <c>kv 2</c>.</summary>
    public static string Short(Period period, Tongue tongue, Calendar? calendar = null)
    {
        var first = period.FirstDay;
        if (calendar?.NumberOf(period) is var (other, number))
            return other.Periods.ShortName(number, tongue);
        if (period.Grain.IsWithinDay)
            return Clock(period);
        if (period.Grain == Grain.Day)
            return ShortDay(first, tongue);
        if (period.Grain == Grain.Week)
            return Say(tongue, "week-short", ("week", Week(first)));
        if (period.Grain == Grain.Month)
            return ShortMonth(first, tongue);
        if (period.Grain == Grain.Year)
            return Year(period);
        if (period.Grain == Grain.Quarter && QuarterOf(period, calendar) is { } quarter)
            return Say(tongue, "quarter-short", ("quarter", quarter));
        return ShortStretch(period, tongue);
    }

    private static string ShortStretch(Period period, Tongue tongue)
    {
        var (first, last) = (period.FirstDay, period.LastDay);
        if (first.Year != last.Year || (first.DayOfYear == 1 && last.AddDays(1).DayOfYear == 1))
            return Write(period, tongue);
        if (first.Day == 1 && last.AddDays(1).Day == 1)
            return first.Month == last.Month ? ShortMonth(first, tongue) : $"{ShortMonth(first, tongue)}–{ShortMonth(last, tongue)}";
        return first == last ? ShortDay(first, tongue)
            : first.Month == last.Month ? $"{Plain(first.Day)}–{ShortDay(last, tongue)}"
            : Between(ShortDay(first, tongue), ShortDay(last, tongue), tongue);
    }

    private static string Stretch(Period period, Tongue tongue)
    {
        var (first, last) = (period.FirstDay, period.LastDay);
        if (first.Day == 1 && last.AddDays(1).Day == 1)
            return Months(first, last, tongue);
        if (first == last)
            return Day(first, tongue);
        if (first.Year != last.Year)
            return Between(Day(first, tongue), Day(last, tongue), tongue);
        return first.Month == last.Month
            ? $"{Plain(first.Day)}–{Day(last, tongue)}"
            : Between(Say(tongue, "day-short", ("day", Plain(first.Day)), ("month", MonthName(first, tongue))), Day(last, tongue), tongue);
    }

    private static string Months(DateOnly first, DateOnly last, Tongue tongue)
    {
        if (first.Month == 1 && last.Month == 12)
            return first.Year == last.Year ? Plain(first.Year) : $"{Plain(first.Year)}–{Plain(last.Year)}";
        if (first.Year != last.Year)
            return Between(Month(first, tongue), Month(last, tongue), tongue);
        return first.Month == last.Month ? Month(first, tongue) : $"{MonthName(first, tongue)}–{Month(last, tongue)}";
    }

    private static string Between(string from, string through, Tongue tongue) =>
        Say(tongue, "between", ("from", from), ("through", through));

    private static string Day(DateOnly day, Tongue tongue) =>
        Say(tongue, "day", ("day", Plain(day.Day)), ("month", MonthName(day, tongue)), ("year", Plain(day.Year)));

    private static string ShortDay(DateOnly day, Tongue tongue) =>
        Say(tongue, "day-short", ("day", Plain(day.Day)), ("month", ShortMonth(day, tongue)));

    private static string Month(DateOnly day, Tongue tongue) =>
        Say(tongue, "month", ("month", MonthName(day, tongue)), ("year", Plain(day.Year)));

    private static string MonthName(DateOnly day, Tongue tongue) => DateParts.MonthName(day.Month, tongue);

    private static string ShortMonth(DateOnly day, Tongue tongue) => DateParts.ShortMonthName(day.Month, tongue);

    private static string Year(Period year) => YearName(year.FirstDay, year.LastDay);

    /// <summary>The name of the year that the quarter is part of.</summary>
    private static string YearAround(Period quarter, Calendar? calendar) =>
        calendar?.PeriodOf(Grain.Year, quarter.Start) is { } year ? Year(year) : Plain(quarter.FirstDay.Year);

    private static string YearName(DateOnly first, DateOnly last) =>
        first.Year == last.Year ? Plain(first.Year) : $"{Plain(first.Year)}/{Plain(last.Year)}";

    private static string? QuarterOf(Period quarter, Calendar? calendar) =>
        calendar is not null ? Plain(calendar.QuarterOf(quarter.FirstDay))
        : quarter.FirstDay.Month % 3 == 1 ? Plain(quarter.FirstDay.Month / 3 + 1)
        : null;

    private static string Clock(Period period) => period.Start.ToString("HH:mm", CultureInfo.InvariantCulture);

    private static string Week(DateOnly day) => Plain(ISOWeek.GetWeekOfYear(day));

    private static int WeekYear(DateOnly day) => ISOWeek.GetYear(day);

    /// <summary>A number that is a name: never grouped.</summary>
    private static string Plain(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Say(Tongue tongue, string key, params ReadOnlySpan<(string Name, string Value)> arguments)
    {
        var given = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (var (name, value) in arguments)
            given[name] = value;
        return Texts.Say(tongue, "calendar.period." + key, given);
    }
}
