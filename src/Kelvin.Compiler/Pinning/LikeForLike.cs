using System.Collections.Immutable;
using Kelvin.Calendars;

namespace Kelvin.Compiler.Pinning;

/// <summary>
/// The periods that asked ones are compared with. A period that is not finished is compared with the matching first
/// part of the other, to the whole hour, so that 1–17 March meets 1–17 February. A period that ends before the
/// first data is no base for a comparison, not even one of 0.
/// </summary>
/// <param name="comparison">What to compare with.</param>
/// <param name="range">The whole range asked about; it moves as one, and its periods pair off inside it.</param>
/// <param name="calendar">The calendar.</param>
/// <param name="begun">The first moment that has data.</param>
/// <param name="reached">The moment up to which there is anything to compare.</param>
internal sealed class LikeForLike(Comparison comparison, Period range, Calendar calendar, DateTimeOffset begun, DateTimeOffset reached)
{
    private readonly DateTimeOffset _reached = calendar.PeriodOf(Grain.Hour, reached).Start;

    /// <summary>One compared period for each asked one; empty in time where it has no counterpart, as 30 March in February.</summary>
    public ImmutableArray<Period> Of(ImmutableArray<Period> periods, bool areParts) =>
        areParts ? [.. periods.Select(part => Sound(Counterpart(part)))] : [Sound(comparison.ToDate(range, calendar, _reached))];

    private Period Sound(Period compared) =>
        compared.End <= begun ? Nothing(compared) : compared;

    private static Period Nothing(Period at) => new(Grain.Range, at.Start, at.Start);

    private Period Counterpart(Period part)
    {
        if (comparison.Counterpart(part, range, calendar) is not { } whole || part.Start >= _reached)
            return Nothing(part);
        if (part.End <= _reached)
            return whole;
        var match = whole.Start.DateTime + (_reached.DateTime - part.Start.DateTime);
        var cut = calendar.PeriodOf(Grain.Hour, new DateTimeOffset(match, calendar.Zone.GetUtcOffset(match))).Start;
        return cut < whole.End ? new Period(Grain.Range, whole.Start, cut) : whole;
    }
}
