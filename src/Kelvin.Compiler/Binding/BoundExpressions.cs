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

    /// <summary>The same with a further condition on the rows of every measure.</summary>
    public static BoundExpression Where(this BoundExpression expression, ImmutableArray<MetricExpression.RowsWhere> conditions) =>
        expression.MapMeasures(measure => measure.Where(conditions.First(where => where.Dataset == measure.Dataset).Condition));

    /// <summary>The same with every measure replaced.</summary>
    public static BoundExpression MapMeasures(this BoundExpression expression, Func<Measure, Measure> replace) => expression switch
    {
        BoundExpression.Of of => new BoundExpression.Of(replace(of.Measure)),
        BoundExpression.Call call => call with { Arguments = [.. call.Arguments.Select(argument => argument.MapMeasures(replace))] },
        BoundExpression.Case choice => choice with
        {
            Branches = [.. choice.Branches.Select(branch => (branch.When.MapMeasures(replace), branch.Then.MapMeasures(replace)))],
            Otherwise = choice.Otherwise?.MapMeasures(replace),
        },
        BoundExpression.Seen seen => seen with { Inner = seen.Inner.MapMeasures(replace) },
        BoundExpression.Reduced reduced => reduced with { Inner = reduced.Inner.MapMeasures(replace) },
        _ => expression,
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
