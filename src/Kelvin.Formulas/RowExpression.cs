using System.Collections.Immutable;

namespace Kelvin.Formulas;

/// <summary>A checked expression with one value per row of a dataset. Compared by value.</summary>
public abstract record RowExpression
{
    private RowExpression(DataType type) => Type = type;

    /// <summary>The type of its values.</summary>
    public DataType Type { get; }

    /// <summary>The same value for every row: decimal, string, bool, DateOnly, or DateTime (UTC).</summary>
    public sealed record Constant(object Value, DataType OfType) : RowExpression(OfType);

    /// <summary>The value of a column, reached over to-one links; missing where a link leads nowhere.</summary>
    public sealed record Column(ColumnPath Path, DataType OfType) : RowExpression(OfType);

    /// <summary>A function or operator. A missing argument makes a missing value unless the function says otherwise.</summary>
    public sealed record Call(RowFunction Function, ImmutableArray<RowExpression> Arguments, DataType OfType)
        : RowExpression(OfType)
    {
        /// <inheritdoc />
        public bool Equals(Call? other) =>
            other is not null && Function == other.Function && Type == other.Type && Arguments.SequenceEqual(other.Arguments);

        /// <inheritdoc />
        public override int GetHashCode() => Arguments.Aggregate(Function.GetHashCode(), HashCode.Combine);
    }

    /// <summary>The result of the first branch whose condition holds; else the alternative; else missing.</summary>
    public sealed record Case(ImmutableArray<CaseBranch> Branches, RowExpression? Otherwise, DataType OfType)
        : RowExpression(OfType)
    {
        /// <inheritdoc />
        public bool Equals(Case? other) =>
            other is not null && Type == other.Type && Equals(Otherwise, other.Otherwise) && Branches.SequenceEqual(other.Branches);

        /// <inheritdoc />
        public override int GetHashCode() => Branches.Aggregate(Otherwise?.GetHashCode() ?? 0, HashCode.Combine);
    }

    /// <summary>
    /// The aggregate of the rows of another dataset that lead to this row: <c>count(order_items)</c> per order.
    /// Where no row leads here, counts are 0 and everything else is missing. Only in computed columns.
    /// </summary>
    /// <param name="Of">The aggregate; its paths start at its own dataset.</param>
    /// <param name="Link">The link column of that dataset that leads to this row's dataset.</param>
    /// <param name="OfType">Type of the result; minimum, maximum, first and last may be of any kind.</param>
    public sealed record RolledUp(MetricExpression.Aggregate Of, string Link, DataType OfType) : RowExpression(OfType);

    /// <summary>
    /// The value of a metric for what a row leads to, over all time, as double: <c>metric(bookings by listing_id)</c>. Missing
    /// where the row leads nowhere. Never in computed columns.
    /// </summary>
    /// <param name="Metric">The metric.</param>
    /// <param name="Here">The values of this row that tell what it leads to; compared by value.</param>
    /// <param name="There">The same values as seen from each dataset that the metric reads.</param>
    /// <param name="OfType">A number in the metric's unit.</param>
    public sealed record MetricOf(string Metric, ImmutableArray<ColumnPath> Here, ImmutableArray<RowsBy> There, DataType OfType)
        : RowExpression(OfType)
    {
        /// <inheritdoc />
        public bool Equals(MetricOf? other) =>
            other is not null && Metric == other.Metric && Type == other.Type && Here.SequenceEqual(other.Here) && There.SequenceEqual(other.There);

        /// <inheritdoc />
        public override int GetHashCode() => Here.Aggregate(Metric.GetHashCode(StringComparison.Ordinal), HashCode.Combine);
    }

    /// <summary>
    /// What one of a currency is worth in another, by the last rate on or before a day: 1 for a currency in itself, missing
    /// without a day, a code or a rate.
    /// </summary>
    /// <param name="By">The rates.</param>
    /// <param name="From">The code of the currency: a constant, or a column.</param>
    /// <param name="To">The code of the currency in which the worth is.</param>
    /// <param name="On">The day.</param>
    /// <param name="OfType">A number in the one currency per the other.</param>
    public sealed record Rate(ExchangeRates By, RowExpression From, string To, RowExpression On, DataType OfType)
        : RowExpression(OfType);

    /// <summary>What rows of a dataset are grouped by.</summary>
    public sealed record RowsBy(string Dataset, ImmutableArray<ColumnPath> By)
    {
        /// <inheritdoc />
        public bool Equals(RowsBy? other) => other is not null && Dataset == other.Dataset && By.SequenceEqual(other.By);

        /// <inheritdoc />
        public override int GetHashCode() => By.Aggregate(Dataset.GetHashCode(StringComparison.Ordinal), HashCode.Combine);
    }

    /// <summary>One <c>when … then …</c>.</summary>
    public sealed record CaseBranch(RowExpression When, RowExpression Then);
}
