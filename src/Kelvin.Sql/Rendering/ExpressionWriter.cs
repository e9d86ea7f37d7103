using System.Globalization;
using Kelvin.Sql.Tree;

namespace Kelvin.Sql.Rendering;

/// <summary>Writes expressions.</summary>
internal sealed class ExpressionWriter(SqlDialect dialect, SqlParameters parameters)
{
    public SqlFragment Write(SqlExpression expression) => expression switch
    {
        SqlExpression.Column column => SqlFragment.Atom($"{dialect.Quote(column.Source)}.{dialect.Quote(column.Name)}"),
        SqlExpression.Value value => SqlFragment.Atom(parameters.For(value.Content)),
        SqlExpression.Literal literal => Literal(literal),
        SqlExpression.Call call => dialect.Call(call.Function, [.. call.Arguments.Select(Write)]),
        SqlExpression.Aggregate aggregate => Aggregate(aggregate),
        SqlExpression.Case chosen => Case(chosen),
        SqlExpression.InNextRow next => SqlFragment.Atom(
            $"lead({Write(next.Operand)}) OVER (PARTITION BY {string.Join(", ", next.Among.Select(Write))} ORDER BY {Write(next.By)} NULLS LAST)"),
        SqlExpression.Cast cast => Cast(Write(cast.Operand).Text, cast.Type),
        _ => throw new NotSupportedException($"No way to write {expression.GetType()}."),
    };

    /// <summary>A cell of rows that the statement brings along, typed so that the column's type never depends on the values.</summary>
    public string Cell(object? value, SqlType type) => Cast(value is null ? "NULL" : parameters.For(value), type).Text;

    private SqlFragment Literal(SqlExpression.Literal literal) => literal.Content switch
    {
        long number when number < 0 => new(number.ToString(CultureInfo.InvariantCulture), SqlBinding.Sign),
        long number => SqlFragment.Atom(number.ToString(CultureInfo.InvariantCulture)),
        bool truth => SqlFragment.Atom(truth ? "true" : "false"),
        _ => Cast("NULL", literal.Type),
    };

    private SqlFragment Cast(string operand, SqlType type) => SqlFragment.Atom($"CAST({operand} AS {dialect.TypeName(type)})");

    private SqlFragment Aggregate(SqlExpression.Aggregate aggregate)
    {
        SqlFragment? argument = aggregate.Argument is { } operand ? Write(operand) : null;
        var fraction = aggregate.Fraction?.ToString(CultureInfo.InvariantCulture);
        SqlFragment[] orderBy = [.. aggregate.OrderBy.Select(Write)];
        return SqlFragment.Atom(aggregate.Filter is { } filter
            ? dialect.Filtered(aggregate.Kind, argument, fraction, orderBy, Write(filter))
            : dialect.Aggregate(aggregate.Kind, argument, fraction, orderBy));
    }

    private SqlFragment Case(SqlExpression.Case chosen)
    {
        var branches = chosen.Branches.Select(branch => $" WHEN {Write(branch.When)} THEN {Write(branch.Then)}");
        var otherwise = chosen.Otherwise is { } alternative ? $" ELSE {Write(alternative)}" : "";
        return SqlFragment.Atom($"CASE{string.Concat(branches)}{otherwise} END");
    }
}
