namespace Kelvin.Formulas.Syntax;

/// <summary>
/// Turns tokens into a tree by the tightness of operators (Pratt's method). After a mistake it goes on with the next
/// argument, so that one reading finds many. The tree is of use only when nothing was reported.
/// </summary>
internal sealed class FormulaReader
{
    private readonly TokenCursor _cursor;
    private readonly OperandReader _operands;

    public FormulaReader(TokenCursor cursor)
    {
        _cursor = cursor;
        _operands = new OperandReader(cursor, this);
    }

    /// <summary>The whole formula.</summary>
    public Formula Whole()
    {
        const int mostRestarts = 10;
        if (_cursor.IsAtEnd)
            _cursor.Report(_cursor.Current, "formula.empty");
        var whole = Expression(Tightness.Or);
        for (var restarts = 0; !_cursor.IsAtEnd && restarts < mostRestarts; restarts++)
        {
            ReportUnexpected();
            if (!OperandReader.CanStart(_cursor.Current))
                _cursor.Take();
            if (!_cursor.IsAtEnd)
                Expression(Tightness.Or);
        }
        return whole;
    }

    /// <summary>An expression whose operators bind at least this tightly.</summary>
    public Formula Expression(int tightness)
    {
        if (!_cursor.Enter())
            return OperandReader.Hole;
        var start = _cursor.Current.Start;
        var left = _operands.Read();
        int? before = null;
        while (TightnessOf(_cursor.Current, _cursor.Next) is { } found && found >= tightness)
        {
            if (found == Tightness.Comparison && before == Tightness.Comparison)
                _cursor.Report(_cursor.Current, "formula.chained-comparison");
            left = Continue(left, start);
            before = found;
        }
        _cursor.Leave();
        return left;
    }

    /// <summary>Says what is wrong with a token that neither goes on with nor ends an expression.</summary>
    public void ReportUnexpected()
    {
        var token = _cursor.Current;
        if (token.IsSymbol(")"))
            _cursor.Report(token, "formula.closes-nothing");
        else if (token.IsKeyword("where"))
            _cursor.Report(token, "formula.where-outside");
        else if (token.Kind == TokenKind.Number && _cursor.Previous.Kind == TokenKind.Number)
            _cursor.Report(token, "formula.number-with-space", ("number", _cursor.Written(_cursor.Previous) + _cursor.Written(token)));
        else if (OperandReader.CanStart(token))
            _cursor.Report(token, "formula.operator-missing", ("written", _cursor.Written(token)));
        else
            _cursor.Report(token, "formula.unexpected", ("written", _cursor.Written(token)));
    }

    private static int? TightnessOf(Token token, Token next) =>
        OperatorSpelling.Find(token) is { } binary ? Tightness.Of(binary)
        : token.IsKeyword("in") || token.IsKeyword("between") || token.IsKeyword("is") ? Tightness.Comparison
        : token.IsKeyword("not") && (next.IsKeyword("in") || next.IsKeyword("between") || next.IsKeyword("like")) ? Tightness.Comparison
        : null;

    private Formula Continue(Formula left, int start)
    {
        var isNegated = _cursor.TakeIf("not");
        var token = _cursor.Take();
        var formula = token.Value switch
        {
            "in" => In(left, start),
            "between" => Between(left, start),
            "is" => Presence(left, start),
            _ => Binary(OperatorSpelling.Find(token)!.Value, left, start),
        };
        return isNegated ? _cursor.Placed(new Formula.Unary(UnaryOperator.Not, formula), start, formula) : formula;
    }

    private Formula Binary(BinaryOperator binary, Formula left, int start)
    {
        var right = Expression(Tightness.Of(binary) + 1);
        return _cursor.Placed(new Formula.Binary(binary, left, right), start, left, right);
    }

    private Formula Between(Formula value, int start)
    {
        var low = Expression(Tightness.Sum);
        var high = _cursor.Expect("and") ? Expression(Tightness.Sum) : OperandReader.Hole;
        return _cursor.Placed(new Formula.Between(value, low, high), start, value, low, high);
    }

    private Formula In(Formula value, int start)
    {
        if (!_cursor.Current.IsSymbol("("))
        {
            _cursor.Report(_cursor.Current, "formula.in-needs-list");
            return Expression(Tightness.Sum);
        }
        var options = _operands.List();
        return _cursor.Placed(new Formula.In(value, options), start, [value, .. options]);
    }

    private Formula Presence(Formula value, int start)
    {
        var isNegated = _cursor.TakeIf("not");
        var word = _cursor.Current;
        var isKnown = word.Kind == TokenKind.Name ? word.Value.ToLowerInvariant() switch
        {
            "known" => !isNegated,
            "missing" or "null" => isNegated,
            _ => (bool?)null,
        } : null;
        if (isKnown is null)
            _cursor.Report(word, "formula.is-what");
        else
            _cursor.Take();
        if (isKnown is { } known && (isNegated || word.Value.Equals("null", StringComparison.OrdinalIgnoreCase)))
            _cursor.Report(word, "formula.other-spelling", ("written", isNegated ? $"is not {word.Value}" : $"is {word.Value}"), ("instead", known ? "is known" : "is missing"));
        return _cursor.Placed(new Formula.Presence(value, isKnown ?? true), start, value);
    }
}
