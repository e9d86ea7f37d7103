using Kelvin.Calendars;
using Kelvin.Compiler.Pinning;
using Kelvin.Sql.Tree;

namespace Kelvin.Compiler.Lowering;

/// <summary>A local day of a row. Bounds of days are compared with the instant that it comes from, where there is one: that is shorter to say.</summary>
/// <param name="Value">The day.</param>
/// <param name="Instant">The instant; null for what is a day by itself.</param>
/// <param name="Extent">Between which moments it lies; null when no row has one.</param>
internal readonly record struct LocalDay(SqlExpression Value, SqlExpression? Instant, Extent? Extent)
{
    /// <summary>What steps are compared with.</summary>
    public SqlExpression Compared => Instant ?? Value;

    /// <summary>The bound of a step before this day.</summary>
    public object Before(DateOnly day, Calendar calendar) =>
        Instant is null || day == DateOnly.MaxValue ? day : calendar.DayPeriod(day).Start.UtcDateTime;
}
