using Kelvin.Calendars;

namespace Kelvin.Queries.Trusting;

/// <summary>The periods that a period is compared with when it is asked whether it is as usual.</summary>
internal static class UsualPeriods
{
    private const int DaysAWeek = 7;

    /// <summary>The range in which they lie, with the one in question and the one that has begun.</summary>
    public static string RangeOf(Grain grain) => FormattableString.Invariant($"last {Step(grain) * (UsualValue.Most + 1) + 1} {grain.Name}s");

    /// <summary>Of values by period, in their order: the last, and those before it that are of its kind.</summary>
    public static (int Last, IEnumerable<int> Earlier) Of(int count, Grain grain)
    {
        var step = Step(grain);
        return (count - 1, Enumerable.Range(1, UsualValue.Most).Select(back => count - 1 - back * step).Where(at => at >= 0));
    }

    private static int Step(Grain grain) => grain == Grain.Day ? DaysAWeek : 1;
}
