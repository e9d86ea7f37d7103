using Kelvin.Catalog;
using Kelvin.Formulas;
using Kelvin.Quantities;
using Kelvin.Sql.Tree;

namespace Kelvin.Compiler.Lowering;

/// <summary>What one of a currency is worth in another: the latest rate on or before the day, joined as of it.</summary>
internal static class RateLowering
{
    /// <summary>The worth, as seen from a row. Between pairs the rate itself goes before the other way round.</summary>
    public static SqlExpression Lower(RowExpression.Rate rate, RowPosition at)
    {
        var from = at.Lower(rate.From);
        var to = new SqlExpression.Value(rate.To);
        var worth = rate switch
        {
            { By.ToColumn: not null } => new SqlExpression.Call(SqlFunction.Coalesce, Joined(rate, at, from, to), Inverse(Joined(rate, at, to, from))),
            _ when IsTurned(rate) => Inverse(Joined(rate, at, to, null)),
            _ => Joined(rate, at, from, null),
        };
        if (rate.From is RowExpression.Constant)
            return worth;
        var one = at.Lower(new RowExpression.Constant(1m, DataType.Number(Unit.None)));
        return new SqlExpression.Case([new SqlBranch(new SqlExpression.Call(SqlFunction.Equal, from, to), one)], worth);
    }

    /// <summary>Whether only the rates the other way are there, so that the worth is one divided by them.</summary>
    public static bool IsTurned(RowExpression.Rate rate) => rate.By.To is { } to && to != rate.To;

    private static SqlExpression Inverse(SqlExpression rate) =>
        new SqlExpression.Call(SqlFunction.Divide, SqlExpression.Literal.Of(1), rate);

    /// <summary>The rate of one of a currency in another; in the only one there is, where that is null.</summary>
    private static SqlExpression Joined(RowExpression.Rate rate, RowPosition at, SqlExpression one, SqlExpression? other)
    {
        var (rates, dataset) = (rate.By, at.Rows.Catalog.Datasets[rate.By.Dataset]);
        var day = at.Lower(rate.On);
        (string Column, SqlExpression Code)[] codes = other is null ? [(rates.Currency, one)] : [(rates.Currency, one), (rates.ToColumn!, other)];
        var isTurned = one is SqlExpression.Value { Content: string content } && content == rate.To;
        var way = $".{ExpressionText.Of(rate.From)} in {rate.To} by {rates}{(isTurned ? " turned" : "")}";
        var alias = at.Rows.Joins.AliasOf(at.Alias, dataset.Name, way, day, alias =>
        {
            var on = new SqlExpression.Column(alias, rates.On);
            SqlExpression[] conditions =
            [
                .. codes.Where(code => code.Code is not SqlExpression.Value).Select(code => Equal(new SqlExpression.Column(alias, code.Column), code.Code)),
                new SqlExpression.Call(SqlFunction.GreaterOrEqual, day, on),
            ];
            return new SqlJoin(SqlJoinKind.LeftAsOf, Rates(rates, dataset, at.Rows, codes, alias), All(conditions)) { Latest = on };
        });
        return new SqlExpression.Column(alias, rates.Rate);
    }

    /// <summary>The rates that are known, between the currencies that are the same for all rows.</summary>
    private static SqlSource.Subquery Rates(ExchangeRates rates, Dataset dataset, RowLowering rows, (string Column, SqlExpression Code)[] codes, string alias)
    {
        SqlExpression Own(string column) => new SqlExpression.Column(dataset.Name, column);
        SqlExpression[] conditions =
        [
            .. codes.Where(code => code.Code is SqlExpression.Value).Select(code => Equal(Own(code.Column), code.Code)),
            new SqlExpression.Call(SqlFunction.IsNotNull, Own(rates.Rate)),
        ];
        return new SqlSource.Subquery(
            new SqlSelect
            {
                Columns = [.. rates.Columns.Select(column => new SqlColumn(Own(column), column))],
                From = rows.RowsOf(dataset, dataset.Name),
                Where = All(conditions),
            },
            alias);
    }

    private static SqlExpression Equal(SqlExpression left, SqlExpression right) => new SqlExpression.Call(SqlFunction.Equal, left, right);

    private static SqlExpression All(SqlExpression[] conditions) =>
        conditions.Length == 1 ? conditions[0] : new SqlExpression.Call(SqlFunction.And, conditions);
}
