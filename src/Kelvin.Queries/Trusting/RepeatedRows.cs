using System.Collections.Immutable;
using Kelvin.Catalog;
using Kelvin.Catalog.Expectations;
using Kelvin.Formulas;
using Kelvin.Queries.Warehouse;
using Kelvin.Sql;
using Kelvin.Sql.Tree;

namespace Kelvin.Queries.Trusting;

/// <summary>Looks for rows that share what must be theirs alone.</summary>
internal sealed class RepeatedRows(IRowSource rows, Dataset dataset)
{
    private const string Times = " times";
    private const string Rows = " rows";
    private const int Examples = 3;

    /// <summary>What the check finds: how many rows are one too many.</summary>
    public async Task<CheckResult> RunAsync(DataCheck check, CheckSubject.Unique unique, CancellationToken cancellationToken)
    {
        var groups = Groups(unique.Columns);
        var counted = await rows.QueryAsync(SqlRenderer.Render(Sums(groups), rows.Dialect), [new(Times, ResultKind.Decimal), new(Rows, ResultKind.Decimal)], cancellationToken);
        var repeated = (long)(CheckSlice.Number(counted[Rows][0]) ?? 0) - (long)(CheckSlice.Number(counted[Times][0]) ?? 0);
        return CheckJudge.Result(check, repeated == 0) with
        {
            Measured = repeated,
            Failing = repeated,
            Looked = (await rows.StatesAsync(cancellationToken)).GetValueOrDefault(dataset.Name)?.Rows ?? 0,
            Examples = repeated == 0 ? [] : await ExamplesAsync(groups, unique.Columns, cancellationToken),
        };
    }

    private async Task<ImmutableArray<string>> ExamplesAsync(SqlSelect groups, ImmutableArray<string> columns, CancellationToken cancellationToken)
    {
        var first = groups with { OrderBy = [.. columns.Select(column => new SqlOrder(Column(column)))], Limit = Examples };
        var found = await rows.QueryAsync(SqlRenderer.Render(first, rows.Dialect), [.. columns.Select(Shape), new(Times, ResultKind.Decimal)], cancellationToken);
        return [.. Enumerable.Range(0, found.Count).Select(row => RowName.Of(columns, column => found[column][row]))];
    }

    /// <summary>The values that come more than once. What lacks one of them is like nothing else.</summary>
    private SqlSelect Groups(ImmutableArray<string> columns) => new()
    {
        Columns = [.. columns.Select(column => new SqlColumn(Column(column), column)), new SqlColumn(Count, Times)],
        From = new SqlSource.Table(dataset.Name, "t"),
        Where = columns.Select(column => (SqlExpression)new SqlExpression.Call(SqlFunction.IsNotNull, Column(column)))
            .Aggregate((one, other) => new SqlExpression.Call(SqlFunction.And, one, other)),
        GroupBy = [.. columns.Select(Column)],
        Having = new SqlExpression.Call(SqlFunction.Greater, Count, SqlExpression.Literal.Of(1)),
    };

    private static SqlSelect Sums(SqlSelect groups) => new()
    {
        Columns =
        [
            new SqlColumn(Count, Times),
            new SqlColumn(new SqlExpression.Aggregate(SqlAggregate.Sum, new SqlExpression.Column("g", Times)), Rows),
        ],
        From = new SqlSource.Subquery(groups, "g"),
    };

    private static SqlExpression.Aggregate Count => new(SqlAggregate.CountRows, null);

    private static SqlExpression Column(string name) => new SqlExpression.Column("t", name);

    private ResultColumn Shape(string name)
    {
        var column = dataset.Find(name)!;
        return new ResultColumn(name, column.Type.Kind switch
        {
            ValueKind.Number => column.Decimals is null ? ResultKind.Double : ResultKind.Decimal,
            ValueKind.Boolean => ResultKind.Boolean,
            ValueKind.Date => ResultKind.Date,
            ValueKind.Timestamp => ResultKind.Timestamp,
            _ => ResultKind.Text,
        });
    }
}
