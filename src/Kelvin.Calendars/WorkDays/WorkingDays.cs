using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Kelvin.Calendars.WorkDays;

/// <summary>
/// Which days people work: a weekly pattern, less holidays and closed days, with extra open days. Its days are local dates; it
/// knows no zone. Equal when made of the same.
/// </summary>
public sealed class WorkingDays : IEquatable<WorkingDays>
{
    private readonly bool[] _weekly = new bool[7];
    private readonly HolidayRules _rules;
    private readonly bool _eves;
    private readonly ImmutableSortedSet<DateOnly> _closed, _open;
    private readonly ConcurrentDictionary<int, ImmutableSortedSet<DateOnly>> _freeByYear = new();

    /// <summary>Days of these weekdays that are no holidays and not closed, and the open days.</summary>
    /// <param name="week">The weekdays on which people work.</param>
    /// <param name="rules">The holidays.</param>
    /// <param name="eves">Whether holidays by custom, such as Christmas Eve, are free too.</param>
    /// <param name="closed">Days that are free besides.</param>
    /// <param name="open">Days that are worked in spite of all, such as a Saturday before Christmas.</param>
    public WorkingDays(IEnumerable<DayOfWeek> week, HolidayRules rules, bool eves = true, IEnumerable<DateOnly>? closed = null, IEnumerable<DateOnly>? open = null)
    {
        foreach (var weekday in week)
            _weekly[(int)weekday] = true;
        (_rules, _eves, _closed, _open) = (rules, eves, [.. closed ?? []], [.. open ?? []]);
    }

    /// <summary>Monday to Friday less Swedish holidays and the eves of Midsummer, Christmas and New Year.</summary>
    public static WorkingDays Swedish { get; } = MondayToFriday(new HolidayRules.Swedish());

    /// <summary>Monday to Friday less these holidays.</summary>
    public static WorkingDays MondayToFriday(HolidayRules rules) =>
        new([DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday], rules);

    /// <summary>The days of the weekly pattern, from Monday on.</summary>
    public IEnumerable<DayOfWeek> Week => Enumerable.Range(1, 7).Select(day => (DayOfWeek)(day % 7)).Where(day => _weekly[(int)day]);

    /// <summary>Whether people work on the day.</summary>
    public bool IsWorkingDay(DateOnly day) => _weekly[(int)day.DayOfWeek] ? !FreeIn(day.Year).Contains(day) : _open.Contains(day);

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
            days += Exceptions(year).Where(exception => after < exception.Day && exception.Day <= through).Sum(exception => exception.IsWorked ? 1 : -1);
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
    /// The days of the year that differ from the weekly pattern, in order: free ones that it would work, and worked ones that it
    /// would not. With the pattern, all that an engine needs to count working days by itself.
    /// </summary>
    public IEnumerable<(DateOnly Day, bool IsWorked)> Exceptions(int year) => FreeIn(year).Select(day => (day, false))
        .Concat(_open.Where(day => day.Year == year && !_weekly[(int)day.DayOfWeek]).Select(day => (day, true)))
        .OrderBy(exception => exception.Item1);

    /// <inheritdoc />
    public bool Equals(WorkingDays? other) => other is not null && _weekly.SequenceEqual(other._weekly) && _rules == other._rules
        && _eves == other._eves && _closed.SetEquals(other._closed) && _open.SetEquals(other._open);

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as WorkingDays);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(_rules, _eves, _closed.Count, _open.Count);

    /// <inheritdoc />
    public override string ToString() => FormattableString.Invariant(
        $"{string.Join(' ', Week)}, {_rules}, eves {(_eves ? "free" : "worked")}, closed {string.Join(' ', _closed.Select(Iso))}, open {string.Join(' ', _open.Select(Iso))}");

    private static string Iso(DateOnly day) => day.ToString("O", System.Globalization.CultureInfo.InvariantCulture);

    private ImmutableSortedSet<DateOnly> FreeIn(int year) => _freeByYear.GetOrAdd(year, number =>
        [.. _rules.Of(number).Where(holiday => _eves || !holiday.ByCustom).Select(holiday => holiday.Day)
            .Concat(_closed.Where(day => day.Year == number))
            .Where(day => _weekly[(int)day.DayOfWeek] && !_open.Contains(day))]);
}
