using System.Collections.Immutable;

namespace Kelvin.Calendars.Custom;

/// <summary>
/// Years of 52 or 53 whole weeks, cut into twelve periods of four or five. A year is numbered by the calendar year
/// of the month's end to which it is anchored, so that no number comes twice.
/// </summary>
/// <param name="End">On which day a year ends.</param>
/// <param name="Weeks">The weeks of the three periods of a quarter, such as 4, 4 and 5.</param>
/// <param name="LongPeriod">The period, 1 to 12, that the 53rd week is added to.</param>
/// <param name="Naming">How years are named.</param>
internal sealed record WeekYears(WeekYearEnd End, (int First, int Second, int Third) Weeks, int LongPeriod, YearNaming Naming)
{
    private readonly ImmutableArray<int> _pattern = [Weeks.First, Weeks.Second, Weeks.Third];

    /// <summary>The days of the year of this number.</summary>
    public DateRange Year(int number) => new(End.In(number - 1).AddDays(1), End.In(number).AddDays(1));

    /// <summary>Number of the year that holds the day.</summary>
    public int YearOf(DateOnly day)
    {
        var year = day.Year;
        while (day > End.In(year))
            year++;
        while (day <= End.In(year - 1))
            year--;
        return year;
    }

    /// <summary>The first day of a period of the year, 1 to 12; of the next year for 13.</summary>
    public DateOnly StartOf(int year, int period)
    {
        var days = Year(year);
        var weeks = Enumerable.Range(1, period - 1).Sum(earlier => _pattern[(earlier - 1) % 3]);
        return days.Start.AddDays(7 * (weeks + (days.Days == 53 * 7 && period > LongPeriod ? 1 : 0)));
    }

    /// <summary>The year's name.</summary>
    public string NameOf(int year) => NamedYears.Name(End.Month == 12 ? year : year - 1, year, Naming);

    /// <inheritdoc />
    public bool Equals(WeekYears? other) =>
        other is not null && End == other.End && Weeks == other.Weeks && LongPeriod == other.LongPeriod && Naming == other.Naming;

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(End, Weeks, LongPeriod, Naming);
}
