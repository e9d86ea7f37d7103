namespace Kelvin.Formulas.Evaluating;

/// <summary>
/// Works out expressions for one row in memory, as engines do for rows of theirs: missing is null, numbers are decimal where they
/// are exact and else double. For rules about values that are not in an engine yet.
/// </summary>
/// <param name="valueOf">The value of a column of the row: decimal, double, string, bool or DateOnly; null when missing.</param>
public sealed class RowCalculator(Func<ColumnPath, object?> valueOf)
{
    /// <summary>The first part of an expression that cannot be worked out in memory, or null: another row, an instant, a function that needs an engine.</summary>
    /// <param name="expression">The expression.</param>
    /// <param name="isKnown">Whether the value of a column is at hand.</param>
    public static string? Obstacle(RowExpression expression, Func<ColumnPath, bool> isKnown) => expression switch
    {
        RowExpression.Constant => null,
        RowExpression.Column column => isKnown(column.Path) ? null : column.Path.ToString(),
        RowExpression.Case choice => choice.Branches.SelectMany(branch => new[] { branch.When, branch.Then }).Append(choice.Otherwise)
            .OfType<RowExpression>().Select(part => Obstacle(part, isKnown)).FirstOrDefault(part => part is not null),
        RowExpression.Call call => !RowCalls.Knows(call.Function)
            ? call.Function.ToString().ToLowerInvariant()
            : call.Arguments.Select(part => Obstacle(part, isKnown)).FirstOrDefault(part => part is not null),
        _ => expression.GetType().Name,
    };

    /// <summary>The value of an expression without an obstacle; null when missing.</summary>
    public object? Of(RowExpression expression) => expression switch
    {
        RowExpression.Constant constant => constant.Value,
        RowExpression.Column column => valueOf(column.Path),
        RowExpression.Case choice => choice.Branches.FirstOrDefault(branch => Of(branch.When) is true) is { } branch ? Of(branch.Then)
            : choice.Otherwise is null ? null : Of(choice.Otherwise),
        RowExpression.Call call => RowCalls.Of(call.Function, [.. call.Arguments.Select(Of)]),
        _ => throw new InvalidOperationException($"No value for {expression.GetType().Name}."),
    };
}
