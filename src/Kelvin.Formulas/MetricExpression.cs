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

    /// <summary>A stock looked at in each period: adds up over every dimension, never over time.</summary>
    /// <param name="Kind">When it is looked at.</param>
    /// <param name="Of">What is worked out over the rows that are there.</param>
    /// <param name="Form">How the rows hold the stock.</param>
    public sealed record Balance(BalanceKind Kind, Aggregate Of, BalanceForm Form) : MetricExpression(Of.Unit);

    /// <summary>
    /// Events that led to others: each conversion belongs to the latest base row at or before it, and counts at that row's
    /// time and dimensions.
    /// </summary>
    /// <param name="IsShare">Whether it is the number of conversions divided by that of base rows, and not the number alone.</param>
    /// <param name="From">The base rows.</param>
    /// <param name="To">The conversions.</param>
    /// <param name="Same">Columns that must be known and equal in both.</param>
    /// <param name="Within">The base row lies less than this before the conversion; null for any time before.</param>
    /// <param name="OfUnit">Unit of the result.</param>
    public sealed record Conversion(
        bool IsShare, EventRows From, EventRows To, ImmutableArray<ColumnPair> Same, CalendarSpan? Within, Unit OfUnit) : MetricExpression(OfUnit)
    {
        /// <inheritdoc />
        public bool Equals(Conversion? other) =>
            other is not null && IsShare == other.IsShare && Unit == other.Unit && From == other.From && To == other.To
            && Within == other.Within && Same.SequenceEqual(other.Same);

        /// <inheritdoc />
        public override int GetHashCode() => Same.Aggregate(HashCode.Combine(IsShare, From, To, Within), HashCode.Combine);
    }

    /// <summary>Rows of a dataset that are events, by the dataset's time.</summary>
    /// <param name="Dataset">The dataset.</param>
    /// <param name="Time">Its time column.</param>
    /// <param name="Where">Only rows for which this holds; null for all.</param>
    public sealed record EventRows(string Dataset, string Time, RowExpression? Where);

    /// <summary>A column of the base rows, and the one of the conversions that must equal it.</summary>
    public readonly record struct ColumnPair(string From, string To);

    /// <summary>
    /// Of the different values in the stretch of time before the period, the share that appear in the period too.
    /// </summary>
    /// <param name="Dataset">Whose rows.</param>
    /// <param name="Value">The value of a row.</param>
    /// <param name="Where">Only rows for which this holds; null for all.</param>
    /// <param name="Before">The length of the stretch, which ends where the period starts.</param>
    /// <param name="OfUnit">Unit of the result.</param>
    public sealed record Retained(string Dataset, RowExpression Value, RowExpression? Where, CalendarSpan Before, Unit OfUnit)
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

    /// <summary>A metric worked out from only the rows for which a condition holds.</summary>
    /// <param name="Of">The metric.</param>
    /// <param name="Where">The condition, as it is said of the rows of each dataset that the metric reads; compared by value.</param>
    /// <param name="OfUnit">Unit of the metric.</param>
    public sealed record Filtered(MetricExpression Of, ImmutableArray<RowsWhere> Where, Unit OfUnit) : MetricExpression(OfUnit)
    {
        /// <inheritdoc />
        public bool Equals(Filtered? other) => other is not null && Of.Equals(other.Of) && Where.SequenceEqual(other.Where);

        /// <inheritdoc />
        public override int GetHashCode() => Where.Aggregate(Of.GetHashCode(), HashCode.Combine);
    }

    /// <summary>A condition on the rows of a dataset.</summary>
    public sealed record RowsWhere(string Dataset, RowExpression Condition);

    /// <summary>A metric seen over another window of time.</summary>
    public sealed record InTime(TimeWindow Window, MetricExpression Of, Unit OfUnit) : MetricExpression(OfUnit);

    /// <summary>A metric worked out for each finer period, and one of those values, or their mean, for the whole.</summary>
    public sealed record Reduced(PeriodReduction Keep, Grain Per, MetricExpression Of, Unit OfUnit) : MetricExpression(OfUnit);
}
