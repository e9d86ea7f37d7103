using Kelvin.Calendars;
using Kelvin.Calendars.Zones;
using Kelvin.Compiler.Pinning;
using Kelvin.Sql.Tree;

namespace Kelvin.Compiler.Lowering;

/// <summary>
/// Turns instants into the local clock of the query's zone, without asking the engine to convert row by row: within the
/// extent of the data an offset holds between a few known changes.
/// </summary>
internal sealed class LocalTime(Calendar calendar)
{
    /// <summary>The instant moved so that its UTC reading is the local clock's.</summary>
    /// <param name="instant">The instant.</param>
    /// <param name="extent">First and last instant that occur; null when there is none.</param>
    public SqlExpression Of(SqlExpression instant, Extent? extent)
    {
        var offset = Offset(instant, extent);
        return offset is SqlExpression.Literal { Content: 0L } ? instant : new SqlExpression.Call(SqlFunction.AddSeconds, instant, offset);
    }

    /// <summary>The start of the hour or minute of an instant, as an instant.</summary>
    public SqlExpression StartWithinDay(SqlExpression instant, SqlFunction start, Extent? extent)
    {
        var spans = Spans(extent);
        if (start == SqlFunction.StartOfMinute || spans.All(span => span.Value % 3600 == 0))
            return new SqlExpression.Call(start, instant);
        var local = new SqlExpression.Call(start, Of(instant, extent));
        var started = new SqlExpression.Call(SqlFunction.AddSeconds, local, new SqlExpression.Call(SqlFunction.Negate, Offset(instant, extent)));
        return spans.Zip(spans.Skip(1)).Any(change => (change.Second.Value - change.First.Value) % 3600 != 0)
            ? NotBeforeChange(started, instant, spans)
            : started;
    }

    /// <summary>A clock that is put half an hour back or on cuts an hour in two, the latter starting with the change.</summary>
    private static SqlExpression.Case NotBeforeChange(SqlExpression started, SqlExpression instant, (object Before, long Value)[] spans)
    {
        SqlExpression Within(int span) => span == 0 ? started
            : new SqlExpression.Call(SqlFunction.Greatest, started, Moments.Constant(spans[span - 1].Before));
        return new SqlExpression.Case(
            [.. Enumerable.Range(0, spans.Length - 1).Select(span =>
                new SqlBranch(new SqlExpression.Call(SqlFunction.Less, instant, Moments.Constant(spans[span].Before)), Within(span)))],
            Within(spans.Length - 1));
    }

    private SqlExpression Offset(SqlExpression instant, Extent? extent) => StepFunction.Of(instant, Spans(extent));

    private (object Before, long Value)[] Spans(Extent? extent)
    {
        if (extent is not { } known)
            return [(DateTime.MaxValue, 0)];
        var spans = ZoneOffsets.Spans(calendar.Zone, Utc(known.First), Utc(known.Last).AddTicks(1));
        return [.. spans.Select(span => ((object)span.ToUtc.UtcDateTime, (long)span.Offset.TotalSeconds))];
    }

    private static DateTimeOffset Utc(DateTime moment) => new(DateTime.SpecifyKind(moment, DateTimeKind.Utc));
}
