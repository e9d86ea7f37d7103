using System.Collections.Frozen;
using System.Collections.Immutable;
using Kelvin.Formulas;
using Kelvin.Formulas.Syntax;

namespace Kelvin.Interchange.Sql;

/// <summary>SQL's functions in our language.</summary>
internal static class SqlFunctions
{
    private static readonly FrozenDictionary<string, (string Name, ValueKind? Kind)> Plain = new Dictionary<string, (string, ValueKind?)>
    {
        ["coalesce"] = ("coalesce", null),
        ["ifnull"] = ("coalesce", null),
        ["nvl"] = ("coalesce", null),
        ["abs"] = ("abs", ValueKind.Number),
        ["round"] = ("round", ValueKind.Number),
        ["floor"] = ("floor", ValueKind.Number),
        ["ceil"] = ("ceiling", ValueKind.Number),
        ["ceiling"] = ("ceiling", ValueKind.Number),
        ["greatest"] = ("greatest", null),
        ["least"] = ("least", null),
        ["lower"] = ("lower", ValueKind.Text),
        ["upper"] = ("upper", ValueKind.Text),
        ["trim"] = ("trim", ValueKind.Text),
        ["length"] = ("length", ValueKind.Number),
        ["len"] = ("length", ValueKind.Number),
        ["char_length"] = ("length", ValueKind.Number),
        ["concat"] = ("concat", ValueKind.Text),
        ["date"] = ("date", ValueKind.Date),
        ["to_date"] = ("date", ValueKind.Date),
        ["year"] = ("year", ValueKind.Number),
        ["quarter"] = ("quarter", ValueKind.Number),
        ["month"] = ("month", ValueKind.Number),
        ["week"] = ("week", ValueKind.Number),
        ["day"] = ("day", ValueKind.Number),
        ["hour"] = ("hour", ValueKind.Number),
    }.ToFrozenDictionary();

    private static readonly string[] Grains = ["minute", "hour", "day", "week", "month", "quarter", "year"];
    private static readonly string[] Lengths = ["second", "minute", "hour", "day"];

    /// <summary>The same function here; null when there is none.</summary>
    public static SqlValue? Translate(string name, ImmutableArray<SqlValue> arguments) => name switch
    {
        _ when Plain.TryGetValue(name, out var known) =>
            arguments.IsEmpty ? null : new SqlValue(Call(known.Name, [.. arguments]), known.Kind ?? arguments[0].Kind),
        "nullif" when arguments is [var value, var unwanted] => NullIf(value, unwanted),
        "if" or "iff" when arguments is [var condition, var then, var otherwise] =>
            new SqlValue(new Formula.Case([new(condition.Formula, then.Formula)], otherwise.Formula), then.Kind),
        "date_trunc" when arguments is [{ Formula: Formula.Text grain }, var moment] => Period(moment, grain.Value),
        "datediff" or "date_diff" when arguments is [{ Formula: Formula.Text length }, var from, var to] && Lengths.Contains(length.Value) =>
            SqlValue.Number(Call($"{length.Value}s_between", from, to)),
        _ => null,
    };

    /// <summary>A part of a date, as <c>EXTRACT</c> names it.</summary>
    public static SqlValue? Part(string part, SqlValue moment) => part switch
    {
        "year" or "quarter" or "month" or "day" or "week" or "hour" => SqlValue.Number(Call(part, moment)),
        "dow" or "dayofweek" or "isodow" or "weekday" => SqlValue.Number(Call("weekday", moment)),
        "doy" or "dayofyear" => SqlValue.Number(Call("day_of_year", moment)),
        _ => null,
    };

    /// <summary>The first day of the period; null for a grain that we do not have.</summary>
    private static SqlValue? Period(SqlValue moment, string grain) =>
        Grains.Contains(grain.ToLowerInvariant())
            ? new SqlValue(new Formula.Call("period", [moment.Formula, new Formula.Name([grain.ToLowerInvariant()])]), ValueKind.Date)
            : null;

    private static SqlValue NullIf(SqlValue value, SqlValue unwanted) =>
        new(new Formula.Case([new(new Formula.Binary(BinaryOperator.NotEqual, value.Formula, unwanted.Formula), value.Formula)], null), value.Kind)
        {
            UnlessZero = unwanted.Formula is Formula.Number { Value: 0 } ? value.Formula : null,
        };

    private static Formula.Call Call(string name, params ReadOnlySpan<SqlValue> arguments)
    {
        var formulas = ImmutableArray.CreateBuilder<Formula>();
        foreach (var argument in arguments)
            formulas.Add(argument.Formula);
        return new Formula.Call(name, formulas.ToImmutable());
    }
}
