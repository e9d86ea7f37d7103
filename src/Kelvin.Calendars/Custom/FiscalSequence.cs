using Kelvin.Language;

namespace Kelvin.Calendars.Custom;

/// <summary>Years that start in any month, or equal parts of them in whole months. Numbered by the year in which the year starts.</summary>
/// <param name="FirstMonth">1 to 12.</param>
/// <param name="Months">Length of a period: 12, or a divisor of it.</param>
/// <param name="Kind">What a part of a year is called, a key under <c>calendar.numbered</c>; for years unused.</param>
/// <param name="Naming">How years are named.</param>
internal sealed record FiscalSequence(int FirstMonth, int Months, string Kind, YearNaming Naming) : PeriodSequence
{
    /// <inheritdoc />
    public override int? PerYear => 12 / Months;

    /// <inheritdoc />
    public override EqualPeriods? Equal => new(new DateOnly(2000, FirstMonth, 1), Months, InMonths: true, Begin: false);

    /// <inheritdoc />
    public override int LastStartedBy(DateOnly day) => Floor(12 * day.Year + day.Month - FirstMonth, Months);

    /// <inheritdoc />
    public override DateRange? At(int number)
    {
        var months = (long)number * Months + FirstMonth - 1;
        if (months < 12 * Earliest.Year || months > 12 * Latest.Year)
            return null;
        var start = new DateOnly((int)(months / 12), (int)(months % 12) + 1, 1);
        return new DateRange(start, start.AddMonths(Months));
    }

    /// <inheritdoc />
    public override string Name(int number, Tongue tongue)
    {
        var (year, part) = (Floor(number, PerYear!.Value), number - Floor(number, PerYear.Value) * PerYear.Value + 1);
        var name = NamedYears.Name(year, FirstMonth == 1 ? year : year + 1, Naming);
        return Months == 12 ? name : NamedYears.Part(Kind, part, name, tongue);
    }

    /// <inheritdoc />
    public override string ShortName(int number, Tongue tongue) =>
        Months == 12 ? Name(number, tongue) : NamedYears.ShortPart(Kind, number - Floor(number, PerYear!.Value) * PerYear.Value + 1, tongue);

    /// <inheritdoc />
    public override IEnumerable<int> Candidates(string name) => NamedYears.Around(name).SelectMany(years => Between(years.First, years.Last));

    private static int Floor(int number, int by) => (int)Math.Floor((double)number / by);
}
