using System.Collections.Immutable;
using Kelvin.Formulas;
using Kelvin.Formulas.Syntax;

namespace Kelvin.Interchange.Sql;

/// <summary>Reads what stands between operators: literals, names, references, calls, parentheses, <c>CASE</c>, <c>CAST</c>.</summary>
internal sealed class SqlOperands(SqlTokens tokens, ISqlNames names, Func<SqlValue> expression)
{
    private static readonly string[] DateTypes = ["date", "timestamp", "datetime", "timestamptz", "timestamp_ntz"];
    private static readonly string[] NumberTypes = ["int", "integer", "bigint", "smallint", "float", "double", "real", "numeric", "decimal", "number", "int64", "float64"];
    private static readonly string[] TextTypes = ["text", "varchar", "string", "char"];

    public SqlValue Read()
    {
        var token = tokens.Take();
        return token.Kind switch
        {
            SqlTokenKind.Number => SqlValue.Number(SqlTranslation.NumberOf(token)),
            SqlTokenKind.Text => new SqlValue(new Formula.Text(token.Value), ValueKind.Text),
            SqlTokenKind.Reference => names.Reference(token.Value) ?? throw new UntranslatableSqlException(token.Written),
            SqlTokenKind.QuotedName => Named(token),
            SqlTokenKind.Sign when token.Is("(") => Parenthesis(),
            SqlTokenKind.Word => Word(token),
            _ => throw new UntranslatableSqlException(token.Written),
        };
    }

    /// <summary>The value as another type; the type is in turn.</summary>
    public SqlValue CastTo(SqlValue value)
    {
        var type = tokens.Take();
        if (type.Is("double"))
            tokens.TakeIf("precision");
        if (tokens.TakeIf("("))
            while (!tokens.TakeIf(")"))
                if (tokens.Take().Kind == SqlTokenKind.End)
                    throw new UntranslatableSqlException(type.Written);
        if (DateTypes.Contains(type.Value))
            return SqlDates.Cast(value, type);
        return NumberTypes.Contains(type.Value) && value.Kind is ValueKind.Number || TextTypes.Contains(type.Value) && value.Kind is ValueKind.Text
            ? value
            : throw new UntranslatableSqlException(type.Written);
    }

    private SqlValue Parenthesis()
    {
        var inside = expression();
        tokens.Expect(")");
        return inside;
    }

    private SqlValue Word(SqlToken token) => token.Value switch
    {
        "true" or "false" => SqlValue.Truth(new Formula.Truth(token.Value == "true")),
        "case" => Case(),
        "cast" or "try_cast" when tokens.TakeIf("(") => CastCall(),
        "extract" when tokens.TakeIf("(") => Extract(),
        "date" or "timestamp" when tokens.Current.Kind == SqlTokenKind.Text => SqlDates.Cast(Read(), token),
        "null" or "interval" or "current_date" or "current_timestamp" or "select" => throw new UntranslatableSqlException(token.Written),
        _ when tokens.TakeIf("(") => Call(token),
        _ => Named(token),
    };

    /// <summary>A column, perhaps after the table's name.</summary>
    private SqlValue Named(SqlToken token)
    {
        while (tokens.TakeIf("."))
            token = tokens.Take();
        return names.Column(token.Kind == SqlTokenKind.Word ? token.Written : token.Value) ?? throw new UntranslatableSqlException(token.Written);
    }

    private SqlValue CastCall()
    {
        var value = expression();
        tokens.Expect("as");
        var cast = CastTo(value);
        tokens.Expect(")");
        return cast;
    }

    private SqlValue Extract()
    {
        var part = tokens.Take();
        tokens.Expect("from");
        var moment = expression();
        tokens.Expect(")");
        return SqlFunctions.Part(part.Value, moment) ?? throw new UntranslatableSqlException(part.Written);
    }

    private SqlValue Call(SqlToken function)
    {
        var arguments = ImmutableArray.CreateBuilder<SqlValue>();
        if (!tokens.TakeIf(")"))
        {
            do
                arguments.Add(expression());
            while (tokens.TakeIf(","));
            tokens.Expect(")");
        }
        return SqlFunctions.Translate(function.Value, arguments.ToImmutable()) ?? throw new UntranslatableSqlException(function.Written);
    }

    /// <summary>Both forms: with a value to compare, and with conditions only.</summary>
    private SqlValue Case()
    {
        var compared = tokens.Current.Is("when") ? null : expression();
        var branches = ImmutableArray.CreateBuilder<Formula.CaseBranch>();
        ValueKind? kind = null;
        while (tokens.TakeIf("when"))
        {
            var when = expression();
            tokens.Expect("then");
            var then = expression();
            kind ??= then.Kind;
            branches.Add(new(compared is null ? when.Formula : new Formula.Binary(BinaryOperator.Equal, compared.Formula, SqlDates.Beside(when, compared).Formula), then.Formula));
        }
        Formula? otherwise = null;
        if (tokens.TakeIf("else") && !tokens.TakeIf("null"))
            otherwise = expression().Formula;
        tokens.Expect("end");
        return new SqlValue(new Formula.Case(branches.ToImmutable(), otherwise), kind);
    }
}
