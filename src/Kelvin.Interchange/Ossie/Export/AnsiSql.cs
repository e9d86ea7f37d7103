using System.Globalization;
using Kelvin.Formulas;

namespace Kelvin.Interchange.Ossie.Export;

/// <summary>Says values of rows in ANSI SQL, where it means the same there.</summary>
/// <param name="column">A column in SQL.</param>
internal sealed class AnsiSql(Func<ColumnPath, string> column)
{
    // Words that cannot be names; the rest of SQL's reserved words are unlikely ones.
    private static readonly string[] Reserved =
        ["all", "and", "as", "by", "case", "check", "column", "date", "default", "distinct", "end", "from", "group", "in", "is", "like", "not", "null", "on", "or", "order", "select", "table", "time", "timestamp", "to", "user", "value", "when", "where", "year"];

    /// <summary>The expression; throws at the piece that has no counterpart.</summary>
    public string Of(RowExpression expression) => expression switch
    {
        RowExpression.Constant constant => Literal(constant.Value),
        RowExpression.Column reached => column(reached.Path),
        RowExpression.Call call => Call(call),
        RowExpression.Case choice =>
            $"CASE {string.Concat(choice.Branches.Select(branch => $"WHEN {Of(branch.When)} THEN {Of(branch.Then)} "))}{(choice.Otherwise is { } otherwise ? $"ELSE {Of(otherwise)} " : "")}END",
        RowExpression.RolledUp rolledUp => throw new UnspeakableException(ExpressionPrinter.Print(rolledUp)),
        _ => throw new UnspeakableException("metric"),
    };

    /// <summary>A name, in quotes where it needs them.</summary>
    public static string Name(string name) =>
        name.All(sign => char.IsAsciiLetterOrDigit(sign) || sign == '_') && !char.IsAsciiDigit(name[0]) && !Reserved.Contains(name.ToLowerInvariant())
            ? name
            : $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>A quotient as ours: with decimals, and missing where the divisor is zero.</summary>
    public static string Quotient(string dividend, string divisor) => $"CAST({dividend} AS DOUBLE PRECISION) / NULLIF({divisor}, 0)";

    public static string Number(decimal value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Literal(object value) => value switch
    {
        decimal number => Number(number),
        string text => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'",
        bool truth => truth ? "TRUE" : "FALSE",
        DateOnly day => $"DATE '{day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}'",
        _ => throw new UnspeakableException(value.GetType().Name),
    };

    private string Call(RowExpression.Call call)
    {
        string At(int index) => Of(call.Arguments[index]);
        string Listed() => string.Join(", ", call.Arguments.Select(Of));
        string Between(string sign) => $"({string.Join($" {sign} ", call.Arguments.Select(Of))})";
        return call.Function switch
        {
            RowFunction.Add => Between("+"),
            RowFunction.Subtract => Between("-"),
            RowFunction.Multiply => Between("*"),
            RowFunction.Divide => $"({Quotient(At(0), At(1))})",
            RowFunction.Negate => $"(-{At(0)})",
            RowFunction.Absolute => $"ABS({At(0)})",
            RowFunction.Floor => $"FLOOR({At(0)})",
            RowFunction.Ceiling => $"CEILING({At(0)})",
            RowFunction.Equal => Between("="),
            RowFunction.NotEqual => Between("<>"),
            RowFunction.Less => Between("<"),
            RowFunction.LessOrEqual => Between("<="),
            RowFunction.Greater => Between(">"),
            RowFunction.GreaterOrEqual => Between(">="),
            RowFunction.And => Between("AND"),
            RowFunction.Or => Between("OR"),
            RowFunction.Not => $"(NOT {At(0)})",
            RowFunction.In => $"({At(0)} IN ({string.Join(", ", call.Arguments.Skip(1).Select(Of))}))",
            RowFunction.Like => Between("LIKE"),
            RowFunction.IsKnown => $"({At(0)} IS NOT NULL)",
            RowFunction.Coalesce => $"COALESCE({Listed()})",
            RowFunction.Lower => $"LOWER({At(0)})",
            RowFunction.Upper => $"UPPER({At(0)})",
            RowFunction.Trim => $"TRIM({At(0)})",
            RowFunction.Length => $"CHAR_LENGTH({At(0)})",
            RowFunction.Concatenate => Between("||"),
            RowFunction.Year => $"EXTRACT(YEAR FROM {At(0)})",
            RowFunction.Month => $"EXTRACT(MONTH FROM {At(0)})",
            RowFunction.DayOfMonth => $"EXTRACT(DAY FROM {At(0)})",
            // Dates of instants depend on a zone, and differences of dates are written differently everywhere.
            _ => throw new UnspeakableException(call.Function.ToString()),
        };
    }
}
