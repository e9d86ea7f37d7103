using System.Collections.Immutable;

namespace Kelvin.Formulas.Syntax;

/// <summary>Reads what stands in a conversion: rows, an arrow, rows, whose events they are, how long apart.</summary>
internal sealed class ConversionReader(TokenCursor cursor, FormulaReader expressions)
{
    /// <summary>The conversion whose name has been read; its opening parenthesis is in turn.</summary>
    public Formula Read(Token name)
    {
        var open = cursor.Take();
        var from = Rows();
        var to = cursor.Expect("->") ? Rows() : GiveUp(from);
        var by = By();
        var within = cursor.TakeIfWord("within") ? Length() : null;
        var matching = cursor.TakeIfWord("matching") ? Pairs() : [];
        if (!cursor.Current.IsSymbol(")") && !cursor.IsAtEnd)
        {
            expressions.ReportUnexpected();
            cursor.SkipToArgumentEnd();
        }
        if (!cursor.TakeIf(")"))
            cursor.Report(open, "formula.not-closed");
        var conversion = new Formula.Conversion(name.Value.ToLowerInvariant(), from, to, by, within, matching);
        return cursor.Placed(conversion, name.Start, [.. from.Where is null ? [] : (Formula[])[from.Where], .. to.Where is null ? [] : (Formula[])[to.Where]]);
    }

    /// <summary>Where it is not said whose events they are, the rest can only be guessed at.</summary>
    private ImmutableArray<Formula.ColumnPair> By()
    {
        if (cursor.TakeIfWord("by"))
            return Pairs();
        cursor.Report(cursor.Current, "formula.conversion-by", ("written", cursor.Written(cursor.Current)));
        while (!cursor.IsAtEnd && !cursor.Current.IsSymbol(")"))
            cursor.Take();
        return [];
    }

    private Formula.EventRows GiveUp(Formula.EventRows from)
    {
        while (!cursor.IsAtEnd && !cursor.Current.IsSymbol(")") && !(cursor.Current.Kind == TokenKind.Name && cursor.Current.Value == "by"))
            cursor.Take();
        return from;
    }

    private Formula.EventRows Rows()
    {
        var dataset = cursor.ExpectName();
        return new Formula.EventRows(dataset, cursor.TakeIf("where") ? expressions.Expression(Tightness.Or) : null);
    }

    private ImmutableArray<Formula.ColumnPair> Pairs()
    {
        var pairs = ImmutableArray.CreateBuilder<Formula.ColumnPair>();
        do
        {
            var from = cursor.ExpectName();
            pairs.Add(new Formula.ColumnPair(from, cursor.TakeIf("=") ? cursor.ExpectName() : from));
        }
        while (cursor.TakeIf(","));
        return pairs.DrainToImmutable();
    }

    private Formula.Number? Length()
    {
        var written = cursor.Current;
        if (expressions.Expression(Tightness.Operand) is Formula.Number number)
            return number;
        cursor.Report(written, "formula.within-length", ("written", cursor.Written(written)));
        return null;
    }
}
