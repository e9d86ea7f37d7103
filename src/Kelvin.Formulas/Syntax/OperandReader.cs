using System.Collections.Immutable;
using System.Globalization;

namespace Kelvin.Formulas.Syntax;

/// <summary>Reads what stands between operators: literals, names, calls, parentheses, <c>case</c>.</summary>
internal sealed class OperandReader(TokenCursor cursor, FormulaReader expressions)
{
    /// <summary>Stands for an operand that is missing; never seen outside, as it comes with an issue.</summary>
    public static Formula.Name Hole { get; } = new(["?"]);

    /// <summary>The largest number: room is left so that converting between units never overflows a decimal.</summary>
    private const decimal MostNumber = 1_000_000_000_000_000;

    private readonly ConversionReader _conversions = new(cursor, expressions);

    /// <summary>Whether an operand can begin with this token.</summary>
    public static bool CanStart(Token token) =>
        token.Kind is TokenKind.Number or TokenKind.Text or TokenKind.Name or TokenKind.QuotedName
        || token.IsSymbol("(") || token.IsSymbol("-") || token.IsKeyword("not") || token.IsKeyword("case")
        || token.IsKeyword("true") || token.IsKeyword("false");

    /// <summary>The operand in turn.</summary>
    public Formula Read()
    {
        if (!CanStart(cursor.Current))
        {
            cursor.Report(cursor.Current, cursor.IsAtEnd ? "formula.ends-early" : "formula.value-missing", ("written", cursor.Written(cursor.Current)));
            while (cursor.Current.IsSymbol(".") || cursor.Current.IsSymbol("%"))
                cursor.Take();
            if (!CanStart(cursor.Current))
                return Hole;
        }
        return ReadStarted(cursor.Take());
    }

    /// <summary>Expressions in parentheses with commas between; the opening parenthesis is in turn.</summary>
    public ImmutableArray<Formula> List()
    {
        var open = cursor.Take();
        var items = ImmutableArray.CreateBuilder<Formula>();
        do
        {
            items.Add(expressions.Expression(Tightness.Or));
            FinishArgument();
        }
        while (cursor.TakeIf(","));
        Close(open);
        return items.DrainToImmutable();
    }

    private Formula ReadStarted(Token token)
    {
        if (token.IsSymbol("("))
            return Parenthesis(token);
        return token switch
        {
            { Kind: TokenKind.Number } => Number(token),
            { Kind: TokenKind.Text } => cursor.Placed(new Formula.Text(token.Value), token.Start),
            { Kind: TokenKind.Keyword, Value: "true" or "false" } => cursor.Placed(new Formula.Truth(token.Value == "true"), token.Start),
            { Kind: TokenKind.Keyword, Value: "case" } => Case(token),
            { Kind: TokenKind.Keyword } => Unary(UnaryOperator.Not, Tightness.Not, token),
            { Kind: TokenKind.Symbol } => Unary(UnaryOperator.Negate, Tightness.Negation, token),
            { Kind: TokenKind.Name } when cursor.Current.IsSymbol("(") && Is(token, "metric") => MetricOf(token),
            { Kind: TokenKind.Name } when cursor.Current.IsSymbol("(") && Words.IsConversion(token.Value) => _conversions.Read(token),
            { Kind: TokenKind.Name } when cursor.Current.IsSymbol("(") => Call(token),
            { Kind: TokenKind.Name } when cursor.Current.Kind == TokenKind.Text && IsDate(token) => Day(token),
            _ => cursor.Name(token),
        };
    }

    private static bool IsDate(Token token) => Is(token, "date");

    private static bool Is(Token token, string word) => token.Value.Equals(word, StringComparison.OrdinalIgnoreCase);

    private Formula Parenthesis(Token open)
    {
        var inside = expressions.Expression(Tightness.Or);
        FinishArgument();
        while (cursor.Current.IsSymbol(","))
        {
            expressions.ReportUnexpected();
            cursor.Take();
            cursor.SkipToArgumentEnd();
        }
        Close(open);
        return inside;
    }

    private Formula Unary(UnaryOperator unary, int tightness, Token token)
    {
        var operand = expressions.Expression(tightness);
        return cursor.Placed(new Formula.Unary(unary, operand), token.Start, operand);
    }

    private Formula Number(Token token)
    {
        if (!decimal.TryParse(token.Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) || value > MostNumber)
            cursor.Report(token, "formula.number-too-large");
        var isUnit = cursor.Current.IsSymbol("%") || cursor.Current.Kind == TokenKind.QuotedName
            || (cursor.Current.Kind == TokenKind.Name && !Words.Continuing.Contains(cursor.Current.Value));
        var unit = isUnit ? cursor.Take().Value : null;
        // A grain of a calendar, as in 1 retail.year.
        if (unit is not null && cursor.Current.IsSymbol(".") && cursor.Next.Kind is TokenKind.Name or TokenKind.QuotedName && cursor.TakeIf("."))
            unit = $"{unit}.{cursor.Take().Value}";
        return cursor.Placed(new Formula.Number(value, unit), token.Start);
    }

    private Formula Day(Token token)
    {
        var written = cursor.Take();
        if (!DateOnly.TryParseExact(written.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            cursor.Report(written, "formula.not-a-day", ("written", cursor.Written(written)));
        return cursor.Placed(new Formula.Day(day), token.Start);
    }

    private Formula Call(Token name)
    {
        var open = cursor.Take();
        var arguments = ImmutableArray.CreateBuilder<Formula>();
        Formula? where = null;
        ImmutableArray<Formula.Name> per = [];
        if (!cursor.Current.IsSymbol(")"))
        {
            do
            {
                arguments.Add(expressions.Expression(Tightness.Or));
                while (cursor.Current.IsKeyword("where"))
                    where = Where(where);
                if (Words.TakesSeries(name.Value) && cursor.TakeIfWord("per"))
                    per = cursor.Names();
                FinishArgument();
            }
            while (cursor.TakeIf(","));
        }
        Close(open);
        var call = new Formula.Call(name.Value.ToLowerInvariant(), arguments.DrainToImmutable(), where) { FunctionPlace = cursor.PlaceOf(name), Per = per };
        return cursor.Placed(call, name.Start, where is null ? [.. call.Arguments] : [where, .. call.Arguments]);
    }

    /// <summary>The metric and the path are names; what stands in their place otherwise is passed over after an issue.</summary>
    private Formula MetricOf(Token word)
    {
        var open = cursor.Take();
        var metric = NameOf();
        Formula by = Hole;
        if (cursor.Current.Kind == TokenKind.Name && Is(cursor.Current, "by"))
        {
            cursor.Take();
            by = NameOf();
        }
        else
            cursor.Report(cursor.Current, "formula.metric-needs-by", ("found", cursor.Written(cursor.Current)));
        if (!cursor.Current.IsSymbol(")"))
        {
            cursor.Report(cursor.Current, "formula.metric-needs-by", ("found", cursor.Written(cursor.Current)));
            while (!cursor.IsAtEnd && !cursor.Current.IsSymbol(")"))
            {
                cursor.SkipToArgumentEnd();
                cursor.TakeIf(",");
            }
        }
        Close(open);
        return metric is Formula.Name named && by is Formula.Name path ? cursor.Placed(new Formula.MetricOf(named, path), word.Start, named, path) : Hole;
    }

    private Formula NameOf()
    {
        if (cursor.Current.Kind is TokenKind.Name or TokenKind.QuotedName)
            return cursor.Name(cursor.Take());
        cursor.Report(cursor.Current, "formula.metric-needs-by", ("found", cursor.Written(cursor.Current)));
        return Hole;
    }

    private Formula Where(Formula? earlier)
    {
        var word = cursor.Take();
        if (earlier is not null)
            cursor.Report(word, "formula.where-twice");
        return expressions.Expression(Tightness.Or);
    }

    private Formula Case(Token word)
    {
        var branches = ImmutableArray.CreateBuilder<Formula.CaseBranch>();
        var children = new List<Formula>();
        if (!cursor.Current.IsKeyword("when"))
            cursor.Report(cursor.Current, "formula.case-needs-when");
        for (var goesOn = cursor.TakeIf("when") || CanStart(cursor.Current); goesOn; goesOn = cursor.TakeIf("when"))
        {
            var when = expressions.Expression(Tightness.Or);
            var then = cursor.Expect("then") ? expressions.Expression(Tightness.Or) : Hole;
            branches.Add(new Formula.CaseBranch(when, then));
            children.AddRange([when, then]);
        }
        var otherwise = cursor.TakeIf("else") ? expressions.Expression(Tightness.Or) : null;
        if (otherwise is not null)
            children.Add(otherwise);
        if (!cursor.TakeIf("end"))
            cursor.Report(word, "formula.case-not-closed");
        return cursor.Placed(new Formula.Case(branches.DrainToImmutable(), otherwise), word.Start, [.. children]);
    }

    private void FinishArgument()
    {
        if (cursor.Current.IsSymbol(",") || cursor.Current.IsSymbol(")") || cursor.IsAtEnd)
            return;
        expressions.ReportUnexpected();
        cursor.SkipToArgumentEnd();
    }

    private void Close(Token open)
    {
        if (!cursor.TakeIf(")"))
            cursor.Report(open, "formula.not-closed");
    }
}
