using Kelvin.Calendars;
using Kelvin.Compiler.Pinning;
using Kelvin.Formulas;

namespace Kelvin.Compiler.Lowering;

/// <summary>Which days an expression gives, when it moves those of the columns it reads.</summary>
internal static class MovedExtent
{
    /// <summary>The extent of the columns, widened by every move of a constant length in the expression.</summary>
    public static Extent Of(RowExpression expression, Extent columns, Calendar calendar)
    {
        var all = columns;
        expression.Has(part =>
        {
            if (part is RowExpression.Call { Arguments: [_, RowExpression.Constant { Value: decimal steps }, .. var rest] } call && Math.Abs(steps) < 10_000)
                all = call.Function switch
                {
                    RowFunction.AddDays => all.With(new Extent(all.First.AddDays((double)steps), all.Last.AddDays((double)steps))),
                    RowFunction.AddMonths => all.With(new Extent(all.First.AddMonths((int)steps), all.Last.AddMonths((int)steps))),
                    RowFunction.AddPeriods when rest is [RowExpression.Constant { Value: string grain }] => Along(all, Grain.Named(grain), (int)steps, calendar),
                    _ => all,
                };
            return false;
        });
        return all;
    }

    /// <summary>Where there is no such period nothing is moved.</summary>
    private static Extent Along(Extent all, Grain grain, int steps, Calendar calendar)
    {
        foreach (var end in (DateTime[])[all.First, all.Last])
            if (calendar.Around(grain, new DateTimeOffset(end, TimeSpan.Zero), steps) is { IsEmpty: false } period)
                all = all.With(new Extent(period.Start.UtcDateTime, period.End.UtcDateTime));
        return all;
    }
}
