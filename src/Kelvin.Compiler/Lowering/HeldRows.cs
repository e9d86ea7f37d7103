using System.Collections.Immutable;
using Kelvin.Calendars;
using Kelvin.Compiler.Binding;
using Kelvin.Formulas;

namespace Kelvin.Compiler.Lowering;

/// <summary>
/// A state that holds for some time is the latest one of a stretch of that length which ends at the moment in question. So
/// each moment becomes such a stretch, in which the last rows count.
/// </summary>
internal static class HeldRows
{
    /// <summary>The stretches of each window: one for its start or end, or one for each of its days.</summary>
    public static IEnumerable<(int Number, DateTimeOffset First, DateTimeOffset After)> Windows(
        ImmutableArray<Period> windows, RowChoice.Held held, bool isInstant, Calendar calendar)
    {
        for (var number = 0; number < windows.Length; number++)
        {
            var window = windows[number];
            if (window.IsEmpty)
                continue;
            if (held.At == BalanceKind.Average)
                foreach (var day in Planning.Windows.DaysIn(window))
                    yield return Until(number, calendar.DayPeriod(day).End);
            else if (held.At == BalanceKind.Closing)
                yield return Until(number, window.End);
            else
                yield return Upto(number, window.Start);
        }

        // What is stated at the very end belongs to what comes after it; what held until the end is there at its last moment.
        (int, DateTimeOffset, DateTimeOffset) Until(int number, DateTimeOffset end) => (number, Back(end), end);

        // What is stated at the very start is there, and what held until then no longer is.
        (int, DateTimeOffset, DateTimeOffset) Upto(int number, DateTimeOffset start) => (number, Next(Back(start)), Next(start));

        DateTimeOffset Back(DateTimeOffset end) => Planning.Windows.Before(new Period(Grain.Range, end, end), held.Carry, calendar).Start;
        DateTimeOffset Next(DateTimeOffset moment) => isInstant ? moment.AddMicroseconds(1) : moment.AddDays(1);
    }
}
