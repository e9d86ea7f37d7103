using System.Collections.Immutable;
using Kelvin.Calendars;
using Kelvin.Quantities;

namespace Kelvin.Formulas;

/// <summary>A checked expression with one number per group and period. Compared by value.</summary>
public abstract record MetricExpression
{
    private MetricExpression(Unit unit) => Unit = unit;

    /// <summary>The unit of its values.</summary>
    public Unit Unit { get; }

    /// <summary>The same number for every group and period.</summary>
    public sealed record Constant(decimal Value, Unit OfUnit) : MetricExpression(OfUnit);

    /// <summary>Rows turned into a number.</summary>
    /// <param name="Kind">How.</param>
    /// <param name="Dataset">Whose rows.</param>
    /// <param name="Value">What is aggregated; null for <see cref="AggregateKind.Count"/>. For <see cref="AggregateKind.Share"/> the condition.</param>
    /// <param name="Where">Only rows for which this holds; null for all. Rows where it is missing do not count.</param>
    /// <param name="Fraction">The percentile, between 0 and 1; null for other kinds.</param>
    /// <param name="OfUnit">Unit of the result.</param>
    public sealed record Aggregate(
        AggregateKind Kind, string Dataset, RowExpression? Value, RowExpression? Where, decimal? Fraction, Unit OfUnit)
        : MetricExpression(OfUnit);

    /// <summary>Another metric, by name.</summary>
    public sealed record Reference(string Metric, Unit OfUnit) : MetricExpression(OfUnit);

    /// <summary>Arithmetic on metrics. A missing operand makes a missing result unless the operator says otherwise.</summary>
    public sealed record Call(MetricOperator Operator, ImmutableArray<MetricExpression> Arguments, Unit OfUnit)
        : MetricExpression(OfUnit)
    {
        /// <inheritdoc />
        public bool Equals(Call? other) =>
            other is not null && Operator == other.Operator && Unit == other.Unit && Arguments.SequenceEqual(other.Arguments);

        /// <inheritdoc />
        public override int GetHashCode() => Arguments.Aggregate(Operator.GetHashCode(), HashCode.Combine);
    }

    /// <summary>The result of the first branch whose comparison holds; else the alternative; else missing.</summary>
    public sealed record Case(ImmutableArray<CaseBranch> Branches, MetricExpression? Otherwise, Unit OfUnit)
        : MetricExpression(OfUnit)
    {
        /// <inheritdoc />
        public bool Equals(Case? other) =>
            other is not null && Unit == other.Unit && Equals(Otherwise, other.Otherwise) && Branches.SequenceEqual(other.Branches);

        /// <inheritdoc />
        public override int GetHashCode() => Branches.Aggregate(Otherwise?.GetHashCode() ?? 0, HashCode.Combine);
    }

    /// <summary>One <c>when … then …</c>; the condition is built of comparisons, and, or, not, is known.</summary>
    public sealed record CaseBranch(MetricExpression When, MetricExpression Then);

    /// <summary>A metric seen over another window of time.</summary>
    public sealed record InTime(TimeWindow Window, MetricExpression Of, Unit OfUnit) : MetricExpression(OfUnit);

    /// <summary>A metric worked out for each finer period, and one of those values, or their mean, for the whole.</summary>
    public sealed record Reduced(PeriodReduction Keep, Grain Per, MetricExpression Of, Unit OfUnit) : MetricExpression(OfUnit);
}
