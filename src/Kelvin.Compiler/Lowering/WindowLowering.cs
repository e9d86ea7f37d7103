using System.Collections.Immutable;
using Kelvin.Calendars;
using Kelvin.Compiler.Binding;
using Kelvin.Compiler.Planning;
using Kelvin.Formulas;
using Kelvin.Sql.Tree;

namespace Kelvin.Compiler.Lowering;

/// <summary>Windows as rows that a statement brings along, joined to the dataset's rows that count in them.</summary>
internal static class WindowLowering
{
    private static readonly SqlExpression First = new SqlExpression.Column(ScanKeys.WindowsAlias, "first");
    private static readonly SqlExpression After = new SqlExpression.Column(ScanKeys.WindowsAlias, "after");

    /// <summary>The end of a window: what tells the days of a period apart where each is a window.</summary>
    public static SqlExpression End => After;

    /// <summary>The join that a scan's windows need; none where rows tell their bucket by themselves.</summary>
    public static ImmutableArray<SqlJoin> Joins(Scan scan, RowLowering rows, Calendar calendar)
    {
        if (scan is not { Bucketing: Bucketing.ByWindow { Windows: var windows }, Axis: { } axis })
            return [];
        var at = rows.Lower(axis.Path);
        return scan.Choice switch
        {
            RowChoice.Standing { At: BalanceKind.Average } standing =>
                [Join(Windowed(windows), false, StandingRows.IsThereOnSomeDay(rows.Bucket(Grain.Day, axis), rows.Bucket(Grain.Day, standing.To), First, After))],
            RowChoice.Standing standing =>
                [Join(Windowed(windows), axis.IsInstant, StandingRows.IsThere(at, rows.Lower(standing.To.Path), standing.At == BalanceKind.Closing ? After : First, standing.At == BalanceKind.Closing))],
            RowChoice.Held held => [Join(HeldRows.Windows(windows, held, axis.IsInstant, calendar), axis.IsInstant, IsWithin(at))],
            _ => [Join(Windowed(windows), axis.IsInstant, IsWithin(at))],
        };
    }

    /// <summary>How often a row counts: on so many of the window's days it is there at the end. Null for once.</summary>
    public static SqlExpression? Weight(Scan scan, RowLowering rows) => scan.Choice is RowChoice.Standing { At: BalanceKind.Average } standing
        ? StandingRows.Days(rows.Bucket(Grain.Day, scan.Axis!), rows.Bucket(Grain.Day, standing.To), First, After)
        : null;

    private static IEnumerable<(int Number, DateTimeOffset First, DateTimeOffset After)> Windowed(ImmutableArray<Period> windows) =>
        windows.Select((window, index) => (index, window.Start, window.End)).Where(one => one.Start < one.End);

    private static SqlJoin Join(IEnumerable<(int Number, DateTimeOffset First, DateTimeOffset After)> windows, bool isInstant, SqlExpression on)
    {
        SqlType moment = isInstant ? new SqlType.Timestamp() : new SqlType.Date();
        var source = new SqlSource.Rows(
            [new SqlRowColumn("number", new SqlType.BigInt()), new SqlRowColumn("first", moment), new SqlRowColumn("after", moment)],
            [.. windows.Select(window => (ImmutableArray<object?>)
                [(long)window.Number, Moments.BoundValue(window.First, isInstant), Moments.BoundValue(window.After, isInstant)])],
            ScanKeys.WindowsAlias);
        return new SqlJoin(SqlJoinKind.Inner, source, on);
    }

    private static SqlExpression.Call IsWithin(SqlExpression at) => new(
        SqlFunction.And,
        new SqlExpression.Call(SqlFunction.GreaterOrEqual, at, First),
        new SqlExpression.Call(SqlFunction.Less, at, After));
}
