using System.Collections.Immutable;
using Kelvin.Calendars;

namespace Kelvin.Compiler.Planning;

/// <summary>The periods of a finer grain inside windows of time, cut where a window cuts them.</summary>
/// <param name="Periods">All of them, each once, in the order in which windows meet them.</param>
/// <param name="Of">For each window the indexes of its periods, in order of time.</param>
internal sealed record FinerPeriods(ImmutableArray<Period> Periods, ImmutableArray<ImmutableArray<int>> Of)
{
    /// <summary>The periods inside these windows.</summary>
    public static FinerPeriods In(ImmutableArray<Period> windows, Grain grain, Calendar calendar)
    {
        var (periods, indexes) = (ImmutableArray.CreateBuilder<Period>(), new Dictionary<Period, int>());
        return new([.. windows.Select(window => calendar.Periods(grain, window).Select(whole => Add(Within(whole, window))).ToImmutableArray())], periods);

        int Add(Period period)
        {
            if (!indexes.TryGetValue(period, out var index))
            {
                indexes[period] = index = periods.Count;
                periods.Add(period);
            }
            return index;
        }
    }

    private FinerPeriods(ImmutableArray<ImmutableArray<int>> of, ImmutableArray<Period>.Builder periods)
        : this(periods.ToImmutable(), of)
    {
    }

    private static Period Within(Period period, Period window) => window.Contains(period)
        ? period
        : new Period(Grain.Range, period.Start < window.Start ? window.Start : period.Start, period.End > window.End ? window.End : period.End);
}
