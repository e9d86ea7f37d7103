using Kelvin.Calendars;
using Kelvin.Calendars.WorkDays;

namespace Kelvin.Catalog.Forms;

/// <summary>When the numbers of a period are due.</summary>
/// <param name="Distance">How far from the period.</param>
/// <param name="IsBefore">Whether they are due before the period begins, as a plan is, rather than after it has ended.</param>
public sealed record DueRule(DayDistance Distance, bool IsBefore)
{
    /// <summary>The last day on which they are in time.</summary>
    public DateOnly DueOn(Period period, WorkingDays working) =>
        IsBefore ? Distance.Before(period.FirstDay, working) : Distance.After(period.LastDay, working);
}
