namespace Kelvin.Formulas;

/// <summary>Changes and walks over row expressions.</summary>
public static class RowExpressions
{
    /// <summary>
    /// The expression with parts of the same row replaced: where the function gives an expression, that one stands
    /// in place of the part, and what is inside it is not looked at.
    /// </summary>
    public static RowExpression Replace(this RowExpression expression, Func<RowExpression, RowExpression?> replacement) =>
        replacement(expression) ?? expression switch
        {
            RowExpression.Call call => call with { Arguments = [.. call.Arguments.Select(argument => argument.Replace(replacement))] },
            RowExpression.Case choice => choice with
            {
                Branches = [.. choice.Branches.Select(branch => new RowExpression.CaseBranch(branch.When.Replace(replacement), branch.Then.Replace(replacement)))],
                Otherwise = choice.Otherwise?.Replace(replacement),
            },
            RowExpression.Rate rate => rate with { From = rate.From.Replace(replacement), On = rate.On.Replace(replacement) },
            _ => expression,
        };

    /// <summary>Whether any part of the same row is such.</summary>
    public static bool Has(this RowExpression expression, Func<RowExpression, bool> such) =>
        such(expression) || ExpressionParts.Of(expression).Any(part => part.Has(such));
}
