using System.Collections.Immutable;
using System.Globalization;
using Kelvin.Formulas;
using Kelvin.Formulas.Syntax;

namespace Kelvin.Interchange.Sql;

/// <summary>
/// Says an SQL expression in our language: operators, the common functions, casts of dates, and references in double braces.
/// What has no counterpart is not guessed at.
/// </summary>
internal sealed class SqlTranslation
{
    private const int Or = 1, And = 2, Not = 3, Comparison = 4, Sum = 5, Product = 6, Sign = 7, Cast = 8;
    private const int Deepest = 200;

    private readonly SqlTokens _tokens;
    private readonly SqlOperands _operands;
    private int _depth;

    private SqlTranslation(string text, ISqlNames names)
    {
        _tokens = new SqlTokens(SqlLexer.Read(text));
        _operands = new SqlOperands(_tokens, names, () => Expression(Or));
    }

    /// <summary>The expression in our language; null with the piece that cannot be said.</summary>
    public static (SqlValue? Value, string? Obstacle) Of(string text, ISqlNames names)
    {
        try
        {
            var translation = new SqlTranslation(text, names);
            var value = translation.Expression(Or);
            return translation._tokens.Current.Kind == SqlTokenKind.End ? (value, null) : (null, translation._tokens.Current.Written);
        }
        catch (UntranslatableSqlException untranslatable)
        {
            return (null, untranslatable.Written.Length > 0 ? untranslatable.Written : text);
        }
    }

    private SqlValue Expression(int tightness)
    {
        if (++_depth > Deepest)
            throw new UntranslatableSqlException(_tokens.Current.Written);
        var left = Prefix();
        while (TightnessOf(_tokens.Current, _tokens.Next) is var found && found >= tightness)
            left = Continue(left, found);
        _depth--;
        return left;
    }

    private SqlValue Prefix()
    {
        if (_tokens.TakeIf("not"))
            return SqlValue.Truth(new Formula.Unary(UnaryOperator.Not, Expression(Not).Formula));
        if (_tokens.TakeIf("-"))
            return SqlValue.Number(new Formula.Unary(UnaryOperator.Negate, Expression(Sign).Formula));
        return _tokens.TakeIf("+") ? Expression(Sign) : _operands.Read();
    }

    private static int TightnessOf(SqlToken token, SqlToken next) => token.Kind is not (SqlTokenKind.Sign or SqlTokenKind.Word) ? 0 : token.Value switch
    {
        "or" => Or,
        "and" => And,
        "=" or "<>" or "!=" or "<" or "<=" or ">" or ">=" or "is" or "in" or "between" or "like" => Comparison,
        "not" when next.Is("in") || next.Is("between") || next.Is("like") => Comparison,
        "+" or "-" or "||" => Sum,
        "*" or "/" => Product,
        "::" => Cast,
        _ => 0,
    };

    private SqlValue Continue(SqlValue left, int tightness)
    {
        var isNegated = _tokens.TakeIf("not");
        var sign = _tokens.Take();
        var value = sign.Value switch
        {
            "is" => Presence(left),
            "in" => In(left),
            "between" => Between(left),
            "::" => _operands.CastTo(left),
            "||" => new SqlValue(new Formula.Call("concat", [left.Formula, Expression(tightness + 1).Formula]), ValueKind.Text),
            "/" => Quotient(left, Expression(tightness + 1)),
            "*" => Multiplied(left, Expression(tightness + 1)),
            "+" or "-" => new SqlValue(new Formula.Binary(sign.Value == "+" ? BinaryOperator.Add : BinaryOperator.Subtract, left.Formula, Expression(tightness + 1).Formula), left.Kind),
            _ => Compared(sign, left, Expression(tightness + 1)),
        };
        return isNegated ? SqlValue.Truth(new Formula.Unary(UnaryOperator.Not, value.Formula)) : value;
    }

    private static SqlValue Compared(SqlToken sign, SqlValue left, SqlValue right)
    {
        var binary = sign.Value switch
        {
            "or" => BinaryOperator.Or,
            "and" => BinaryOperator.And,
            "=" => BinaryOperator.Equal,
            "<>" or "!=" => BinaryOperator.NotEqual,
            "<" => BinaryOperator.Less,
            "<=" => BinaryOperator.LessOrEqual,
            ">" => BinaryOperator.Greater,
            ">=" => BinaryOperator.GreaterOrEqual,
            "like" => BinaryOperator.Like,
            _ => throw new UntranslatableSqlException(sign.Written),
        };
        if (binary is BinaryOperator.Or or BinaryOperator.And)
            return SqlValue.Truth(new Formula.Binary(binary, left.Formula, right.Formula));
        var (one, other) = (SqlDates.Beside(left, right), SqlDates.Beside(right, left));
        SqlDates.RefuseMoments(binary, one, other, sign);
        return SqlValue.Truth(new Formula.Binary(binary, one.Formula, other.Formula));
    }

    private SqlValue Between(SqlValue value)
    {
        var low = SqlDates.Beside(Expression(Sum), value);
        _tokens.Expect("and");
        var high = SqlDates.Beside(Expression(Sum), value);
        return SqlValue.Truth(new Formula.Between(value.Formula, low.Formula, high.Formula));
    }

    private SqlValue In(SqlValue value)
    {
        _tokens.Expect("(");
        var options = ImmutableArray.CreateBuilder<Formula>();
        do
            options.Add(SqlDates.Beside(Expression(Or), value).Formula);
        while (_tokens.TakeIf(","));
        _tokens.Expect(")");
        return SqlValue.Truth(new Formula.In(value.Formula, options.ToImmutable()));
    }

    private SqlValue Presence(SqlValue value)
    {
        var isNegated = _tokens.TakeIf("not");
        if (_tokens.TakeIf("null"))
            return SqlValue.Truth(new Formula.Presence(value.Formula, isNegated));
        var token = _tokens.Take();
        if (!token.Is("true") && !token.Is("false"))
            throw new UntranslatableSqlException(token.Written);
        // A missing value is neither true nor false: it is not true, and it is not false.
        Formula isTrue = token.Is("true") ? value.Formula : new Formula.Unary(UnaryOperator.Not, value.Formula);
        Formula certain = new Formula.Call("coalesce", [isTrue, new Formula.Truth(false)]);
        return SqlValue.Truth(isNegated ? new Formula.Unary(UnaryOperator.Not, certain) : certain);
    }

    /// <summary>A division by zero is missing here, so a guard against it has nothing to do.</summary>
    private static SqlValue Quotient(SqlValue left, SqlValue right) =>
        SqlValue.Number(new Formula.Binary(BinaryOperator.Divide, left.Formula, right.UnlessZero ?? right.Formula));

    /// <summary>SQL multiplies by 1.0 lest it divide whole numbers; here every division is exact enough.</summary>
    private static SqlValue Multiplied(SqlValue left, SqlValue right) =>
        right.Formula is Formula.Number { Value: 1m, Unit: null } ? left
        : left.Formula is Formula.Number { Value: 1m, Unit: null } ? right
        : SqlValue.Number(new Formula.Binary(BinaryOperator.Multiply, left.Formula, right.Formula));

    /// <summary>A number as it is written.</summary>
    public static Formula NumberOf(SqlToken token) =>
        decimal.TryParse(token.Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? new Formula.Number(number)
            : throw new UntranslatableSqlException(token.Written);
}
