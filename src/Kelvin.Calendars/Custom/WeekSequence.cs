using Kelvin.Language;

namespace Kelvin.Calendars.Custom;

/// <summary>The weeks of a calendar of weeks, named by their number in its year. They start on the weekday after that on which years end.</summary>
internal sealed record WeekSequence(WeekYears Years) : PeriodSequence
{
    /// <inheritdoc />
    public override EqualPeriods? Equal => new(DateOnly.FromDayNumber(Offset), 7, InMonths: false, Begin: false);

    /// <inheritdoc />
    public override int LastStartedBy(DateOnly day) => (day.DayNumber - Offset) / 7;

    /// <inheritdoc />
    public override DateRange? At(int number)
    {
        var day = 7L * number + Offset;
        if (day < Earliest.DayNumber || day > Latest.DayNumber)
            return null;
        var start = DateOnly.FromDayNumber((int)day);
        return new DateRange(start, start.AddDays(7));
    }

    /// <inheritdoc />
    public override string Name(int number, Tongue tongue)
    {
        var (year, week) = Split(number);
        return NamedYears.Part("week", week, Years.NameOf(year), tongue);
    }

    /// <inheritdoc />
    public override string ShortName(int number, Tongue tongue) => NamedYears.ShortPart("week", Split(number).Week, tongue);

    /// <inheritdoc />
    public override IEnumerable<int> Candidates(string name) => NamedYears.Around(name).SelectMany(years => Between(years.First, years.Last));

    /// <summary>The least day number, 0 to 6, of a day on which weeks start; day number 0 was a Monday.</summary>
    private int Offset => (int)Years.End.Weekday;

    private (int Year, int Week) Split(int number)
    {
        var start = At(number)!.Value.Start;
        var year = Years.YearOf(start);
        return (year, (start.DayNumber - Years.Year(year).Start.DayNumber) / 7 + 1);
    }
}
