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
        MetricExpression.Filtered filtered => Bind(filtered.Of, owner).Where(filtered.Where),
        MetricExpression.Constant constant => new BoundExpression.Constant(constant.Value),
        MetricExpression.Aggregate aggregate => new BoundExpression.Of(MeasureOf(aggregate, owner)),
        MetricExpression.Balance balance => new BoundExpression.Of(MeasureOf(balance, owner)),
        MetricExpression.Conversion conversion => Bind(conversion, owner),
        MetricExpression.Retained retained => new BoundExpression.Of(MeasureOf(
            new MetricExpression.Aggregate(AggregateKind.Distinct, retained.Dataset, retained.Value, retained.Where, null, retained.Unit), owner)
            with { Choice = new RowChoice.Retained(retained.Value, retained.Before) }),
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

    /// <summary>Rows that have a start and an end stand on these; snapshots on the dataset's time, or the metric's own.</summary>
    private Measure MeasureOf(MetricExpression.Balance balance, Metric owner)
    {
        var measure = MeasureOf(balance.Of, owner);
        var dataset = catalog.Datasets[measure.Dataset];
        return (balance.Form, balance.Kind) switch
        {
            (BalanceForm.Spans spans, var at) => measure with
            {
                Axis = Axis(dataset, ColumnPath.Own(spans.From)),
                Choice = new RowChoice.Standing(Axis(dataset, ColumnPath.Own(spans.To)), at),
            },
            (BalanceForm.Snapshots { Carry: { } carry } held, var at) => measure with { Choice = new RowChoice.Held(at, held.Series, carry) },
            (BalanceForm.Snapshots all, BalanceKind.Average) => measure with { Choice = new RowChoice.Moments(all.Series) },
            (BalanceForm.Snapshots one, var at) => measure with { Choice = new RowChoice.Edge(at == BalanceKind.Closing, one.Series) },
            _ => throw new InvalidOperationException($"No rows for {balance.Form.GetType().Name}."),
        };
    }

    /// <summary>Without a base row nothing is known; without a conversion their number is 0.</summary>
    private BoundExpression Bind(MetricExpression.Conversion conversion, Metric owner)
    {
        MetricExpression.Aggregate Rows(RowExpression? where) =>
            new(AggregateKind.Count, conversion.From.Dataset, null, where, null, catalog.Datasets[conversion.From.Dataset].Item);
        var all = new BoundExpression.Of(MeasureOf(Rows(conversion.From.Where), owner) with { EmptyIsZero = false });
        var converted = new BoundExpression.Of(
            MeasureOf(Rows(null), owner) with { EmptyIsZero = false, Choice = new RowChoice.Converted(conversion) });
        var zero = new BoundExpression.Constant(0);
        BoundExpression.Call Or(BoundExpression otherwise) => new(MetricOperator.Coalesce, [converted, otherwise]);
        return conversion.IsShare
            ? new BoundExpression.Call(MetricOperator.Divide, [Or(zero), all])
            : Or(new BoundExpression.Case([(new BoundExpression.Call(MetricOperator.IsKnown, [all]), zero)], owner.EmptyIsZero ? zero : null));
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
