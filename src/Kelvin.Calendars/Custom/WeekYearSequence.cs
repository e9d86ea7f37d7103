using Kelvin.Language;

namespace Kelvin.Calendars.Custom;

/// <summary>The years of a calendar of weeks, or its quarters, or its periods: one, four or twelve a year.</summary>
/// <param name="Years">The years.</param>
/// <param name="Parts">How many a year: 1, 4 or 12.</param>
/// <param name="Kind">What a part of a year is called, a key under <c>calendar.numbered</c>; for years unused.</param>
internal sealed record WeekYearSequence(WeekYears Years, int Parts, string Kind) : PeriodSequence
{
    /// <inheritdoc />
    public override int? PerYear => Parts;

    /// <inheritdoc />
    public override int LastStartedBy(DateOnly day)
    {
        var year = Years.YearOf(day);
        var part = Parts;
        while (part > 1 && Start(year, part) > day)
            part--;
        return year * Parts + part - 1;
    }

    /// <inheritdoc />
    public override DateRange? At(int number)
    {
        var (year, part) = Split(number);
        return year <= Earliest.Year || year >= Latest.Year ? null : new DateRange(Start(year, part), Start(year, part + 1));
    }

    /// <inheritdoc />
    public override string Name(int number, Tongue tongue)
    {
        var (year, part) = Split(number);
        return Parts == 1 ? Years.NameOf(year) : NamedYears.Part(Kind, part, Years.NameOf(year), tongue);
    }

    /// <inheritdoc />
    public override string ShortName(int number, Tongue tongue) =>
        Parts == 1 ? Name(number, tongue) : NamedYears.ShortPart(Kind, Split(number).Part, tongue);

    /// <inheritdoc />
    public override IEnumerable<int> Candidates(string name) => NamedYears.Around(name).SelectMany(years => Between(years.First, years.Last));

    private DateOnly Start(int year, int part) => part > Parts ? Years.Year(year).End : Years.StartOf(year, (part - 1) * (12 / Parts) + 1);

    private (int Year, int Part) Split(int number)
    {
        var (year, part) = Math.DivRem(number, Parts);
        return (year, part + 1);
    }
}
