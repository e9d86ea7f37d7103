using System.Collections.Immutable;
using Kelvin.Compiler.Binding;
using Kelvin.Compiler.Planning;
using Kelvin.Sql.Tree;

namespace Kelvin.Compiler.Lowering;

/// <summary>Windows as rows that a statement brings along, joined to the dataset's rows that count in them.</summary>
internal static class WindowLowering
{
    private static readonly SqlExpression First = new SqlExpression.Column(ScanKeys.WindowsAlias, "first");
    private static readonly SqlExpression After = new SqlExpression.Column(ScanKeys.WindowsAlias, "after");

    /// <summary>The join that a scan's windows need; none where rows tell their bucket by themselves.</summary>
    public static ImmutableArray<SqlJoin> Joins(Scan scan, RowLowering rows) =>
        scan.Bucketing is Bucketing.ByWindow byWindow
            ? [new SqlJoin(SqlJoinKind.Inner, Source(byWindow, scan.Axis!.IsInstant), Counts(scan, rows))]
            : [];

    private static SqlSource.Rows Source(Bucketing.ByWindow byWindow, bool isInstant)
    {
        SqlType moment = isInstant ? new SqlType.Timestamp() : new SqlType.Date();
        return new SqlSource.Rows(
            [new SqlRowColumn("number", new SqlType.BigInt()), new SqlRowColumn("first", moment), new SqlRowColumn("after", moment)],
            [.. byWindow.Windows.Select((window, index) => (ImmutableArray<object?>)
                [(long)index, Moments.BoundValue(window.Start, isInstant), Moments.BoundValue(window.End, isInstant)])],
            ScanKeys.WindowsAlias);
    }

    private static SqlExpression Counts(Scan scan, RowLowering rows)
    {
        var at = rows.Lower(scan.Axis!.Path);
        return scan.Source is RowSource.Standing standing
            ? StandingRows.IsThere(at, rows.Lower(standing.To.Path), standing.AtEnd ? After : First, standing.AtEnd)
            : new SqlExpression.Call(
                SqlFunction.And,
                new SqlExpression.Call(SqlFunction.GreaterOrEqual, at, First),
                new SqlExpression.Call(SqlFunction.Less, at, After));
    }
}
