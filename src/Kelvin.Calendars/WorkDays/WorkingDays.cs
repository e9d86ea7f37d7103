using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Kelvin.Calendars.WorkDays;

/// <summary>Which days people work: a weekly pattern, less holidays. Its days are local dates; it knows no zone.</summary>
public sealed class WorkingDays
{
    private readonly bool[] _weekly;
    private readonly HolidayRules _rules;
    private readonly ConcurrentDictionary<int, ImmutableHashSet<DateOnly>> _freeByYear = new();

    /// <summary>Days of these weekdays that are no holidays.</summary>
    /// <param name="week">The weekdays on which people work.</param>
    /// <param name="rules">The holidays; those by custom are free too.</param>
    public WorkingDays(IEnumerable<DayOfWeek> week, HolidayRules rules)
    {
        _weekly = new bool[7];
        foreach (var weekday in week)
            _weekly[(int)weekday] = true;
        _rules = rules;
    }

    /// <summary>Monday to Friday less Swedish holidays and the eves of Midsummer, Christmas and New Year.</summary>
    public static WorkingDays Swedish { get; } = MondayToFriday(new HolidayRules.Swedish());

    /// <summary>Monday to Friday less these holidays.</summary>
    public static WorkingDays MondayToFriday(HolidayRules rules) =>
        new([DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday], rules);

    /// <summary>Whether people work on the day.</summary>
    public bool IsWorkingDay(DateOnly day) => _weekly[(int)day.DayOfWeek] && !FreeIn(day.Year).Contains(day);

    /// <summary>
    /// How many working days lie after one day, through another: from Friday to the Monday after is 1, to itself 0.
    /// Negative when <paramref name="through"/> is the earlier, so that the count from a to b is minus that from b to a.
    /// </summary>
    public int Count(DateOnly after, DateOnly through)
    {
        if (through < after)
            return -Count(through, after);
        var weeks = (through.DayNumber - after.DayNumber) / 7;
        var days = weeks * _weekly.Count(works => works);
        for (var day = after.AddDays(7 * weeks + 1); day <= through; day = day.AddDays(1))
            days += _weekly[(int)day.DayOfWeek] ? 1 : 0;
        for (var year = after.Year; year <= through.Year; year++)
            days -= FreeIn(year).Count(free => after < free && free <= through);
        return days;
    }

    /// <summary>Every working day from the first day up to but not including the end, in order.</summary>
    public IEnumerable<DateOnly> Between(DateOnly first, DateOnly end)
    {
        for (var day = first; day < end; day = day.AddDays(1))
            if (IsWorkingDay(day))
                yield return day;
    }

    /// <summary>
    /// The days of the year that the weekly pattern would work but that are free, in order: what an engine needs to
    /// count working days by itself.
    /// </summary>
    public IReadOnlyList<DateOnly> FreeWeekdays(int year) => [.. FreeIn(year).Order()];

    private ImmutableHashSet<DateOnly> FreeIn(int year) => _freeByYear.GetOrAdd(year, number =>
        [.. _rules.Of(number).Select(holiday => holiday.Day).Where(day => _weekly[(int)day.DayOfWeek])]);
}
