using System.Collections.Immutable;
using Kelvin.Compiler.Frames;
using Kelvin.Compiler.Planning;
using Kelvin.Formulas;

namespace Kelvin.Compiler.Rewriting;

/// <summary>
/// Where a question asks for the first of many groups, the engine sorts and returns only those: a million customers need not
/// come over to show ten. Only where one scan answers all of it and its own values decide the order, exactly.
/// </summary>
internal static class PushLimit
{
    /// <summary>The plans; one that stands alone perhaps with its limit in the scan.</summary>
    public static ImmutableArray<MetricPlan> Apply(ImmutableArray<MetricPlan> plans) => plans is [var plan] ? [Apply(plan)] : plans;

    private static MetricPlan Apply(MetricPlan plan)
    {
        if (plan is not
            {
                Scans: [{ Bucketing: Bucketing.Whole, Choice: Binding.RowChoice.All, Dimensions.IsEmpty: false } scan],
                Root: PlanNode.First { Count: var count, Input: PlanNode.Sort { Keys: var keys, Input: PlanNode.Compute { Columns: var columns, Presence: var presence, Input: PlanNode.Pick { Existence: null } pick } } },
            })
            return plan;
        var partOf = pick.Columns.ToDictionary(column => column.Name, column => column.Part, StringComparer.Ordinal);
        var values = columns.ToDictionary(column => column.Name, column => column.Value, StringComparer.Ordinal);
        var order = keys.Select(key => new GroupOrder(
                values.TryGetValue(key.Column, out var value) ? OfParts(value, partOf) : null,
                scan.Dimensions.Any(dimension => dimension.Name == key.Column) ? key.Column : null,
                key.Descending))
            .Concat(scan.Dimensions.Select(dimension => new GroupOrder(null, dimension.Name, Descending: false)))
            .ToImmutableArray();
        // A group stays for what was asked, and for what it was worked out from.
        ImmutableArray<FrameExpression> telling = [.. columns.Select(column => column.Value).Concat(presence).Distinct()];
        if (columns.IsEmpty || !order.All(IsExactlyOrdered) || !telling.All(TellsPresence))
            return plan;
        return plan with { Scans = [scan with { First = new FirstGroups(count, order, [.. telling.Select(value => OfParts(value, partOf))]) }] };
    }

    /// <summary>What the engine compares must be the very number, not one worked out from it.</summary>
    private static bool IsExactlyOrdered(GroupOrder order) => order.Dimension is not null || order.Value is { } value && IsOwnValue(value);

    private static bool IsOwnValue(FrameExpression value) => value switch
    {
        FrameExpression.Column or FrameExpression.MissingIfZero { Of: FrameExpression.Column } => true,
        FrameExpression.Call { Operator: MetricOperator.Coalesce, Arguments: [FrameExpression.Column, FrameExpression.Constant { Value: 0 }] } => true,
        _ => false,
    };

    private static bool TellsPresence(FrameExpression value) =>
        IsOwnValue(value) || value is FrameExpression.Call { Operator: MetricOperator.Divide, Arguments: [FrameExpression.Column, FrameExpression.Column] };

    /// <summary>The value over the scan's columns instead of the plan's.</summary>
    private static FrameExpression OfParts(FrameExpression value, Dictionary<string, int> partOf) => value switch
    {
        FrameExpression.Column column => new FrameExpression.Column(Scan.PartColumn(partOf[column.Name])),
        FrameExpression.MissingIfZero count => new FrameExpression.MissingIfZero(OfParts(count.Of, partOf)),
        FrameExpression.Call call => call with { Arguments = [.. call.Arguments.Select(argument => OfParts(argument, partOf))] },
        _ => value,
    };
}
