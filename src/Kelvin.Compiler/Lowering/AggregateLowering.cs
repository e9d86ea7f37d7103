using System.Collections.Immutable;
using Kelvin.Compiler.Planning;
using Kelvin.Formulas;
using Kelvin.Sql.Tree;

namespace Kelvin.Compiler.Lowering;

/// <summary>Turns parts of scans, and whole aggregates where they stand alone, into SQL aggregates.</summary>
internal static class AggregateLowering
{
    /// <summary>A part of a scan.</summary>
    /// <param name="part">The part.</param>
    /// <param name="rows">The rows it reads.</param>
    /// <param name="within">The condition that the row lies in <see cref="ScanPart.Within"/>, or null.</param>
    /// <param name="order">What decides the first and the last row.</param>
    /// <param name="weight">How often a row counts; null for once.</param>
    public static SqlExpression Lower(ScanPart part, RowLowering rows, SqlExpression? within, ImmutableArray<SqlExpression> order, SqlExpression? weight = null)
    {
        if (weight is not null)
            return Weighted(part, rows, weight);
        var value = part.Value is null ? null : rows.Lower(part.Value);
        var where = part.Where is null ? null : rows.Lower(part.Where);
        var holding = part.Kind == PartKind.Holding ? value : null;
        return new SqlExpression.Aggregate(KindOf(part.Kind), part.Kind is PartKind.Rows or PartKind.Holding ? null : value)
        {
            Filter = Both(within, Both(where, Both(holding, HasPlace(part, order)))),
            Fraction = part.Kind is PartKind.Percentile or PartKind.PercentileDiscrete ? (double)part.Fraction!.Value : null,
            OrderBy = part.Kind is PartKind.First or PartKind.Last ? order : [],
        };
    }

    private static SqlExpression Weighted(ScanPart part, RowLowering rows, SqlExpression weight)
    {
        var value = part.Value is null ? null : rows.Lower(part.Value);
        var counts = part.Kind switch
        {
            PartKind.Known => new SqlExpression.Call(SqlFunction.IsNotNull, value!),
            PartKind.Holding => value,
            PartKind.Rows or PartKind.Sum => null,
            _ => throw new InvalidOperationException($"No weights for {part.Kind}."),
        };
        var weighed = part.Kind == PartKind.Sum ? new SqlExpression.Call(SqlFunction.Multiply, value!, weight) : weight;
        return new SqlExpression.Aggregate(SqlAggregate.Sum, weighed) { Filter = Both(part.Where is null ? null : rows.Lower(part.Where), counts) };
    }

    /// <summary>An aggregate that stands alone, as in a rolled-up column.</summary>
    public static SqlExpression Lower(MetricExpression.Aggregate aggregate, RowLowering rows)
    {
        SqlExpression Part(PartKind kind) =>
            Lower(new ScanPart(kind, aggregate.Value, aggregate.Where, aggregate.Fraction), rows, null, rows.RowOrder());
        return aggregate.Kind switch
        {
            AggregateKind.Count => Part(PartKind.Rows),
            AggregateKind.Distinct => Part(PartKind.Distinct),
            AggregateKind.Sum => Part(PartKind.Sum),
            AggregateKind.Min => Part(PartKind.Min),
            AggregateKind.Max => Part(PartKind.Max),
            AggregateKind.Median => Part(PartKind.Median),
            AggregateKind.Percentile => Part(PartKind.Percentile),
            AggregateKind.PercentileDiscrete => Part(PartKind.PercentileDiscrete),
            AggregateKind.First => Part(PartKind.First),
            AggregateKind.Last => Part(PartKind.Last),
            AggregateKind.Average => new SqlExpression.Call(SqlFunction.Divide, Part(PartKind.Sum), Part(PartKind.Known)),
            AggregateKind.Share => new SqlExpression.Call(SqlFunction.Divide, Part(PartKind.Holding), Part(PartKind.Rows)),
            _ => throw new InvalidOperationException($"No SQL for {aggregate.Kind}."),
        };
    }

    /// <summary>A row without a time is neither first nor last.</summary>
    private static SqlExpression? HasPlace(ScanPart part, ImmutableArray<SqlExpression> order) =>
        part.Kind is PartKind.First or PartKind.Last && !order.IsEmpty ? new SqlExpression.Call(SqlFunction.IsNotNull, order[0]) : null;

    private static SqlAggregate KindOf(PartKind kind) => kind switch
    {
        PartKind.Rows or PartKind.Holding => SqlAggregate.CountRows,
        PartKind.Known => SqlAggregate.Count,
        PartKind.Sum => SqlAggregate.Sum,
        PartKind.Min => SqlAggregate.Min,
        PartKind.Max => SqlAggregate.Max,
        PartKind.Distinct => SqlAggregate.CountDistinct,
        PartKind.Median => SqlAggregate.Median,
        PartKind.Percentile => SqlAggregate.PercentileContinuous,
        PartKind.PercentileDiscrete => SqlAggregate.PercentileDiscrete,
        PartKind.First => SqlAggregate.First,
        PartKind.Last => SqlAggregate.Last,
        _ => throw new InvalidOperationException($"No SQL for {kind}."),
    };

    private static SqlExpression? Both(SqlExpression? one, SqlExpression? other) =>
        one is null ? other : other is null ? one : new SqlExpression.Call(SqlFunction.And, one, other);
}
