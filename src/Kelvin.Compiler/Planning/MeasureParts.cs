using System.Collections.Immutable;
using Kelvin.Compiler.Binding;
using Kelvin.Compiler.Frames;
using Kelvin.Formulas;

namespace Kelvin.Compiler.Planning;

/// <summary>
/// A measure taken apart into what a scan works out, and put together again from it. Means and shares are kept as
/// numerator and denominator, so that they can be merged over time: a ratio of sums, never a mean of ratios.
/// </summary>
/// <param name="Parts">What is worked out per group.</param>
/// <param name="Value">The measure's value, given the column names of the parts.</param>
internal sealed record MeasureParts(ImmutableArray<ScanPart> Parts, Func<ImmutableArray<FrameExpression>, FrameExpression> Value)
{
    /// <summary>The parts of a measure.</summary>
    public static MeasureParts Of(Measure measure)
    {
        var aggregate = measure.Aggregate;
        var where = measure.Choice.ChoosesRows ? null : aggregate.Where;
        ScanPart Part(PartKind kind) => new(kind, kind == PartKind.Rows ? null : aggregate.Value, where, aggregate.Fraction);
        MeasureParts One(PartKind kind, Func<FrameExpression, FrameExpression> value) => new([Part(kind)], parts => value(parts[0]));
        MeasureParts Ratio(PartKind numerator, PartKind denominator) =>
            new([Part(numerator), Part(denominator)], parts => new FrameExpression.Call(MetricOperator.Divide, parts));
        FrameExpression Count(FrameExpression column) =>
            measure.EmptyIsZero ? OrZero(column) : new FrameExpression.MissingIfZero(column);

        if (measure.Choice is RowChoice.Retained)
            return Ratio(PartKind.Returned, PartKind.Before);
        if (measure is { Choice: RowChoice.Moments { Series.IsEmpty: true }, Aggregate.Kind: AggregateKind.Count or AggregateKind.Sum })
            return Mean(Part(aggregate.Kind == AggregateKind.Count ? PartKind.Rows : PartKind.Sum), measure);
        return aggregate.Kind switch
        {
            AggregateKind.Count => One(PartKind.Rows, Count),
            AggregateKind.Distinct => One(PartKind.Distinct, Count),
            AggregateKind.Sum => One(PartKind.Sum, column => measure.EmptyIsZero ? OrZero(column) : column),
            AggregateKind.Average => Ratio(PartKind.Sum, PartKind.Known),
            AggregateKind.Share => Ratio(PartKind.Holding, PartKind.Rows),
            AggregateKind.Median => One(PartKind.Median, column => column),
            AggregateKind.Percentile => One(PartKind.Percentile, column => column),
            AggregateKind.PercentileDiscrete => One(PartKind.PercentileDiscrete, column => column),
            AggregateKind.Min => One(PartKind.Min, column => column),
            AggregateKind.Max => One(PartKind.Max, column => column),
            AggregateKind.First => One(PartKind.First, column => column),
            AggregateKind.Last => One(PartKind.Last, column => column),
            _ => throw new InvalidOperationException($"No parts for {aggregate.Kind}."),
        };
    }

    /// <summary>What all moments hold together, divided by their number: a moment that a group lacks is none of it.</summary>
    private static MeasureParts Mean(ScanPart total, Measure measure) =>
        new([total, new ScanPart(PartKind.Moments, null, null, null)], parts =>
        {
            var mean = new FrameExpression.Call(MetricOperator.Divide, parts);
            return measure.EmptyIsZero ? OrZero(mean) : mean;
        });

    private static FrameExpression OrZero(FrameExpression column) =>
        new FrameExpression.Call(MetricOperator.Coalesce, [column, new FrameExpression.Constant(0)]);
}
