using System.Collections.Immutable;
using Kelvin.Formulas;

namespace Kelvin.Compiler.Binding;

/// <summary>Walks over bound expressions.</summary>
public static class BoundExpressions
{
    /// <summary>Every measure in an expression, in order of appearance, repeated where it is repeated.</summary>
    public static IEnumerable<Measure> Measures(this BoundExpression expression) =>
        expression.Placed([]).Select(placed => placed.Measure);

    /// <summary>Whether any part is seen over another window of time.</summary>
    public static bool IsSeenInTime(this BoundExpression expression) =>
        expression.Placed([]).Any(placed => !placed.Path.IsEmpty) || expression.Reductions().Any();

    /// <summary>Every part that is worked out for finer periods, the outermost first.</summary>
    public static IEnumerable<BoundExpression.Reduced> Reductions(this BoundExpression expression) => expression switch
    {
        BoundExpression.Reduced reduced => [reduced, .. reduced.Inner.Reductions()],
        BoundExpression.Call call => call.Arguments.SelectMany(Reductions),
        BoundExpression.Case choice => choice.Branches
            .SelectMany(branch => branch.When.Reductions().Concat(branch.Then.Reductions()))
            .Concat(choice.Otherwise?.Reductions() ?? []),
        BoundExpression.Seen seen => seen.Inner.Reductions(),
        _ => [],
    };

    /// <summary>Every measure with the windows through which it is seen, in order of appearance.</summary>
    public static IEnumerable<PlacedMeasure> Placed(this BoundExpression expression, ImmutableArray<TimeWindow> path) => expression switch
    {
        BoundExpression.Of of => [new PlacedMeasure(of.Measure, path)],
        BoundExpression.Call call => call.Arguments.SelectMany(argument => argument.Placed(path)),
        BoundExpression.Case choice => choice.Branches
            .SelectMany(branch => branch.When.Placed(path).Concat(branch.Then.Placed(path)))
            .Concat(choice.Otherwise?.Placed(path) ?? []),
        BoundExpression.Seen seen => seen.Inner.Placed(path.Add(seen.Window)),
        BoundExpression.Reduced reduced => reduced.Inner.Placed(path),
        _ => [],
    };
}
