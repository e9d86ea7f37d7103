namespace Kelvin.Compiler.Binding;

/// <summary>Walks over bound expressions.</summary>
public static class BoundExpressions
{
    /// <summary>Every measure in an expression, in order of appearance, repeated where it is repeated.</summary>
    public static IEnumerable<Measure> Measures(this BoundExpression expression) => expression switch
    {
        BoundExpression.Of of => [of.Measure],
        BoundExpression.Call call => call.Arguments.SelectMany(Measures),
        BoundExpression.Case choice => choice.Branches
            .SelectMany(branch => branch.When.Measures().Concat(branch.Then.Measures()))
            .Concat(choice.Otherwise?.Measures() ?? []),
        BoundExpression.Seen seen => seen.Inner.Measures(),
        _ => [],
    };

    /// <summary>Whether any part is seen over another window of time.</summary>
    public static bool IsSeenInTime(this BoundExpression expression) => expression switch
    {
        BoundExpression.Seen => true,
        BoundExpression.Call call => call.Arguments.Any(IsSeenInTime),
        BoundExpression.Case choice => choice.Branches.Any(branch => branch.When.IsSeenInTime() || branch.Then.IsSeenInTime())
            || choice.Otherwise?.IsSeenInTime() == true,
        _ => false,
    };
}
