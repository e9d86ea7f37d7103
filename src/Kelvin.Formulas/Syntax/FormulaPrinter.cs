using System.Globalization;
using System.Text;

namespace Kelvin.Formulas.Syntax;

/// <summary>Writes formulas in their canonical form, with as few parentheses as they need.</summary>
public static class FormulaPrinter
{
    /// <summary>The canonical text. Parsing it gives an equal tree.</summary>
    public static string Print(Formula formula)
    {
        var text = new StringBuilder();
        Write(formula, text, Tightness.Or);
        return text.ToString();
    }

    /// <summary>Writes a formula where operators must bind at least this tightly, in parentheses where they do not.</summary>
    private static void Write(Formula formula, StringBuilder text, int tightness)
    {
        var parenthesized = Tightness.Of(formula) < tightness;
        if (parenthesized)
            text.Append('(');
        WriteBare(formula, text);
        if (parenthesized)
            text.Append(')');
    }

    private static void WriteBare(Formula formula, StringBuilder text)
    {
        switch (formula)
        {
            case Formula.Number number:
                text.Append(number.Value.ToString(CultureInfo.InvariantCulture)).Append(Unit(number.Unit));
                break;
            case Formula.Text words:
                text.Append(Words.Text(words.Value));
                break;
            case Formula.Truth truth:
                text.Append(truth.Value ? "true" : "false");
                break;
            case Formula.Day day:
                text.Append(CultureInfo.InvariantCulture, $"date '{day.Value:yyyy-MM-dd}'");
                break;
            case Formula.Name name:
                text.AppendJoin('.', name.Parts.Select(Words.Name));
                break;
            case Formula.Unary unary:
                text.Append(unary.Operator == UnaryOperator.Not ? "not " : "-");
                Write(unary.Operand, text, Tightness.Of(unary));
                break;
            case Formula.Binary binary:
                WriteBinary(binary, text);
                break;
            case Formula.In choice:
                Write(choice.Value, text, Tightness.Sum);
                WriteList(choice.Options, null, text.Append(" in "));
                break;
            case Formula.Between between:
                Write(between.Value, text, Tightness.Sum);
                Write(between.Low, text.Append(" between "), Tightness.Sum);
                Write(between.High, text.Append(" and "), Tightness.Sum);
                break;
            case Formula.Presence presence:
                Write(presence.Value, text, Tightness.Sum);
                text.Append(presence.IsKnown ? " is known" : " is missing");
                break;
            case Formula.Call call:
                WriteList(call.Arguments, call.Where, text.Append(call.Function), call.Per);
                break;
            case Formula.MetricOf of:
                WriteBare(of.Metric, text.Append("metric("));
                WriteBare(of.By, text.Append(" by "));
                text.Append(')');
                break;
            case Formula.Case choice:
                WriteCase(choice, text);
                break;
            case Formula.Conversion conversion:
                WriteConversion(conversion, text);
                break;
        }
    }

    private static string Unit(string? unit) => unit switch
    {
        null => "",
        "%" => " %",
        _ => " " + Words.Unit(unit),
    };

    /// <summary>Operators group to the left, except that comparisons do not group at all.</summary>
    private static void WriteBinary(Formula.Binary binary, StringBuilder text)
    {
        var own = Tightness.Of(binary.Operator);
        Write(binary.Left, text, own == Tightness.Comparison ? own + 1 : own);
        text.Append(' ').Append(OperatorSpelling.Of(binary.Operator)).Append(' ');
        Write(binary.Right, text, own + 1);
    }

    private static void WriteList(IReadOnlyList<Formula> items, Formula? where, StringBuilder text, params IReadOnlyList<Formula.Name> per)
    {
        text.Append('(');
        for (var index = 0; index < items.Count; index++)
        {
            Write(items[index], index == 0 ? text : text.Append(", "), Tightness.Or);
            if (index == 0 && where is not null)
                Write(where, text.Append(" where "), Tightness.Or);
        }
        for (var index = 0; index < per.Count; index++)
            Write(per[index], text.Append(index == 0 ? " per " : ", "), Tightness.Or);
        text.Append(')');
    }

    private static void WriteConversion(Formula.Conversion conversion, StringBuilder text)
    {
        WriteRows(conversion.From, text.Append(conversion.Function).Append('('));
        WriteRows(conversion.To, text.Append(" -> "));
        text.Append(" by ").AppendJoin(", ", conversion.By.Select(Pair));
        if (conversion.Within is { } within)
            Write(within, text.Append(" within "), Tightness.Or);
        if (!conversion.Matching.IsEmpty)
            text.Append(" matching ").AppendJoin(", ", conversion.Matching.Select(Pair));
        text.Append(')');
    }

    private static void WriteRows(Formula.EventRows rows, StringBuilder text)
    {
        Write(rows.Dataset, text, Tightness.Or);
        if (rows.Where is not null)
            Write(rows.Where, text.Append(" where "), Tightness.Or);
    }

    private static string Pair(Formula.ColumnPair pair) =>
        pair.From == pair.To ? Print(pair.From) : $"{Print(pair.From)} = {Print(pair.To)}";

    private static void WriteCase(Formula.Case choice, StringBuilder text)
    {
        text.Append("case");
        foreach (var branch in choice.Branches)
        {
            Write(branch.When, text.Append(" when "), Tightness.Or);
            Write(branch.Then, text.Append(" then "), Tightness.Or);
        }
        if (choice.Otherwise is not null)
            Write(choice.Otherwise, text.Append(" else "), Tightness.Or);
        text.Append(" end");
    }
}
