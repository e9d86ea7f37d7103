using System.Collections.Immutable;
using Kelvin.Catalog;
using Kelvin.Formulas;

namespace Kelvin.Compiler.Binding;

/// <summary>Replaces references to metrics by what they refer to, and gives each aggregate the time axis of its own metric.</summary>
/// <param name="catalog">The definitions.</param>
/// <param name="axes">Axes that the question chooses: dataset to column.</param>
internal sealed class MetricBinder(MetricCatalog catalog, ImmutableDictionary<string, ColumnPath> axes)
{
    /// <summary>The metric down to its measures. The catalog has checked that references exist and do not run in circles.</summary>
    public BoundMetric Bind(Metric metric) => new(metric, Bind(metric.Expression, metric));

    private BoundExpression Bind(MetricExpression expression, Metric owner) => expression switch
    {
        MetricExpression.Constant constant => new BoundExpression.Constant(constant.Value),
        MetricExpression.Aggregate aggregate => new BoundExpression.Of(MeasureOf(aggregate, owner)),
        MetricExpression.Reference reference => Bind(catalog.Metrics[reference.Metric]).Expression,
        MetricExpression.Call call => new BoundExpression.Call(call.Operator, [.. call.Arguments.Select(argument => Bind(argument, owner))]),
        MetricExpression.Case choice => new BoundExpression.Case(
            [.. choice.Branches.Select(branch => (Bind(branch.When, owner), Bind(branch.Then, owner)))],
            choice.Otherwise is null ? null : Bind(choice.Otherwise, owner)),
        MetricExpression.InTime inTime => new BoundExpression.Seen(WindowOf(inTime, owner), Bind(inTime.Of, owner)),
        MetricExpression.Reduced reduced => new BoundExpression.Reduced(reduced.Keep, reduced.Per, Bind(reduced.Of, owner)),
        _ => throw new InvalidOperationException($"No binding for {expression.GetType().Name}."),
    };

    /// <summary>What places the rows of a dataset in time where no metric says otherwise.</summary>
    public TimeAxis? AxisOf(Dataset dataset) => AxisOf(dataset, null);

    /// <summary>The start of a larger period is as long as the periods of the metric that is seen there, a day at most.</summary>
    private TimeWindow WindowOf(MetricExpression.InTime inTime, Metric owner)
    {
        if (inTime.Window is not TimeWindow.AtStart start)
            return inTime.Window;
        var seen = inTime.Of is MetricExpression.Reference reference ? catalog.Metrics[reference.Metric] : owner;
        return seen.Grain.IsWithinDay ? start with { Of = seen.Grain } : start;
    }

    private Measure MeasureOf(MetricExpression.Aggregate aggregate, Metric owner)
    {
        var dataset = catalog.Datasets[aggregate.Dataset];
        return new Measure(aggregate, dataset.Name, AxisOf(dataset, owner.Time.GetValueOrDefault(dataset.Name)), owner.EmptyIsZero);
    }

    private TimeAxis? AxisOf(Dataset dataset, ColumnPath? ofMetric) =>
        (axes.GetValueOrDefault(dataset.Name) ?? ofMetric ?? (dataset.Time is { } own ? ColumnPath.Own(own) : null)) is { } path
            ? Axis(dataset, path)
            : null;

    private TimeAxis Axis(Dataset dataset, ColumnPath path)
    {
        var column = catalog.Follow(dataset, path.Links).Find(path.Column)!;
        return new TimeAxis(path, column.Type.Kind == ValueKind.Timestamp, !path.Links.IsEmpty || column.IsOptional || !column.IsStored);
    }
}
