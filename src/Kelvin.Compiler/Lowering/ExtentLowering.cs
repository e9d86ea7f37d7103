using Kelvin.Calendars;
using Kelvin.Compiler.Binding;
using Kelvin.Compiler.Pinning;
using Kelvin.Sql.Tree;

namespace Kelvin.Compiler.Lowering;

/// <summary>The statement for the first and last value of a time, of all rows of its dataset, whoever asks.</summary>
public static class ExtentLowering
{
    /// <summary>The columns of the result.</summary>
    public const string FirstColumn = "first", LastColumn = "last";

    /// <summary>The statement; it has one row.</summary>
    /// <param name="time">The time.</param>
    /// <param name="query">The question that reads it: its calendar says which local day an instant is.</param>
    /// <param name="known">Extents of what <see cref="TimeColumns.Before"/> finds.</param>
    public static LoweredScan Lower(RowTime time, BoundQuery query, Extents known)
    {
        var rows = new RowLowering(Unpinned(query, known), query.Catalog.Datasets[time.Dataset], keepsRights: false);
        var value = rows.Lower(time.Value);
        var kind = time.Value.Type.Kind;
        return new LoweredScan(
            new SqlSelect
            {
                Columns =
                [
                    new SqlColumn(new SqlExpression.Aggregate(SqlAggregate.Min, value), FirstColumn),
                    new SqlColumn(new SqlExpression.Aggregate(SqlAggregate.Max, value), LastColumn),
                ],
                From = rows.Joins.Root,
                Joins = rows.Joins.Joins,
            },
            [new LoweredColumn(FirstColumn, kind, false), new LoweredColumn(LastColumn, kind, false)]);
    }

    /// <summary>The question before anything but these extents is known of its time.</summary>
    private static PinnedQuery Unpinned(BoundQuery query, Extents known) => new()
    {
        Bound = query,
        Range = new Period(Grain.Range, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch),
        IsUnbounded = true,
        Periods = [],
        Compared = [],
        DataFrom = null,
        Data = [],
        Extents = known,
    };
}
