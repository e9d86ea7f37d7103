using Kelvin.Language;

namespace Kelvin.Calendars.Custom;

/// <summary>How a workspace's calendar cuts time.</summary>
public abstract record CalendarRule
{
    private CalendarRule()
    {
    }

    /// <summary>Its kinds of period with their own short names, from fine to coarse.</summary>
    internal abstract IEnumerable<(string Name, PeriodSequence Periods)> Sequences();

    /// <summary>Years that start in any month: grains <c>third</c> (four months), <c>quarter</c>, <c>half</c> and <c>year</c>.</summary>
    /// <param name="FirstMonth">1 to 12.</param>
    /// <param name="Naming">How years are named.</param>
    public sealed record Fiscal(int FirstMonth, YearNaming Naming) : CalendarRule
    {
        internal override IEnumerable<(string Name, PeriodSequence Periods)> Sequences() =>
            new[] { ("quarter", 3), ("third", 4), ("half", 6), ("year", 12) }
                .Select(grain => (grain.Item1, (PeriodSequence)new FiscalSequence(FirstMonth, grain.Item2, grain.Item1, Naming)));
    }

    /// <summary>Years of 52 or 53 weeks, as in retail: grains <c>week</c>, <c>period</c>, <c>quarter</c> and <c>year</c>.</summary>
    /// <param name="Pattern">The weeks of the three periods of a quarter: 4, 4 and 5 in some order.</param>
    /// <param name="End">On which day a year ends.</param>
    /// <param name="LongPeriod">The period, 1 to 12, that gets the 53rd week.</param>
    /// <param name="Naming">How years are named.</param>
    public sealed record Weeks((int First, int Second, int Third) Pattern, WeekYearEnd End, int LongPeriod, YearNaming Naming) : CalendarRule
    {
        internal override IEnumerable<(string Name, PeriodSequence Periods)> Sequences()
        {
            var years = new WeekYears(End, Pattern, LongPeriod, Naming);
            return
            [
                ("week", new WeekSequence(years)), ("period", new WeekYearSequence(years, 12, "period")),
                ("quarter", new WeekYearSequence(years, 4, "quarter")), ("year", new WeekYearSequence(years, 1, "year")),
            ];
        }
    }

    /// <summary>Periods of equal length without an end: grain <c>sprint</c>.</summary>
    /// <param name="Start">The first day of the first.</param>
    /// <param name="Days">Length of each in days; at least 1.</param>
    /// <param name="FirstNumber">What the first is numbered.</param>
    /// <param name="Naming">Their name, with <c>{number}</c> where the number stands.</param>
    public sealed record Sprints(DateOnly Start, int Days, int FirstNumber, LocalText Naming) : CalendarRule
    {
        internal override IEnumerable<(string Name, PeriodSequence Periods)> Sequences() =>
            [("sprint", new SteadySequence(Start, Days, FirstNumber, Naming))];
    }

    /// <summary>Periods as a table lists them.</summary>
    /// <param name="Grain">What such a period is called, such as <c>season</c>.</param>
    /// <param name="Periods">The periods.</param>
    public sealed record Table(string Grain, PeriodTable Periods) : CalendarRule
    {
        internal override IEnumerable<(string Name, PeriodSequence Periods)> Sequences() => [(Grain, new ListedSequence(Periods))];
    }
}
