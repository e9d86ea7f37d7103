using System.Globalization;
using System.Text.RegularExpressions;
using Kelvin.Language;

namespace Kelvin.Calendars.Custom;

/// <summary>Periods of equal length from a first day on, without an end, such as sprints of two weeks.</summary>
/// <param name="Start">The first day of the first.</param>
/// <param name="Days">Length of each in days.</param>
/// <param name="FirstNumber">What the first is numbered.</param>
/// <param name="Naming">Their name, with <c>{number}</c> where the number stands.</param>
internal sealed partial record SteadySequence(DateOnly Start, int Days, int FirstNumber, LocalText Naming) : PeriodSequence
{
    /// <inheritdoc />
    public override int First => 0;

    /// <inheritdoc />
    public override EqualPeriods? Equal => new(Start, Days, InMonths: false, Begin: true);

    /// <inheritdoc />
    public override int LastStartedBy(DateOnly day) => day < Start ? -1 : (day.DayNumber - Start.DayNumber) / Days;

    /// <inheritdoc />
    public override DateRange? At(int number)
    {
        var day = (long)number * Days + Start.DayNumber;
        if (number < 0 || day > Latest.DayNumber)
            return null;
        var start = DateOnly.FromDayNumber((int)day);
        return new DateRange(start, start.AddDays(Days));
    }

    /// <inheritdoc />
    public override string Name(int number, Tongue tongue) =>
        Naming.In(tongue).Replace("{number}", NamedYears.Plain(number + FirstNumber), StringComparison.Ordinal);

    /// <inheritdoc />
    public override IEnumerable<int> Candidates(string name) =>
        Numbers().Matches(name).Select(match => int.Parse(match.Value, CultureInfo.InvariantCulture) - FirstNumber).Where(number => number >= 0);

    [GeneratedRegex("[0-9]{1,6}")]
    private static partial Regex Numbers();
}
