using System.Collections.Immutable;

namespace Kelvin.Sql.Tree;

/// <summary>A select statement. Compared by value.</summary>
public sealed record SqlSelect
{
    /// <summary>Named selects that the sources of this one may use as tables; a later one may use an earlier one.</summary>
    public ImmutableArray<SqlCommonTable> With { get; init; } = [];

    /// <summary>What it returns; at least one column.</summary>
    public required ImmutableArray<SqlColumn> Columns { get; init; }

    /// <summary>The first source of rows, or null for one row out of nothing.</summary>
    public SqlSource? From { get; init; }

    /// <summary>Further sources, in order.</summary>
    public ImmutableArray<SqlJoin> Joins { get; init; } = [];

    /// <summary>Only rows for which this holds, or null for all.</summary>
    public SqlExpression? Where { get; init; }

    /// <summary>One row per combination of these; empty and no aggregate among the columns means a row each.</summary>
    public ImmutableArray<SqlExpression> GroupBy { get; init; } = [];

    /// <summary>Several groupings in one scan, each a part of what would be grouped by; replaces <see cref="GroupBy"/> when not empty.</summary>
    public ImmutableArray<SqlGroupingSet> GroupingSets { get; init; } = [];

    /// <summary>Only groups for which this holds, or null for all.</summary>
    public SqlExpression? Having { get; init; }

    /// <summary>The order of the rows; empty means none is promised.</summary>
    public ImmutableArray<SqlOrder> OrderBy { get; init; } = [];

    /// <summary>At most this many rows, or null for all.</summary>
    public long? Limit { get; init; }

    /// <summary>So many rows are passed over first; null for none.</summary>
    public long? Offset { get; init; }

    /// <inheritdoc />
    public bool Equals(SqlSelect? other) =>
        other is not null && With.SequenceEqual(other.With) && Columns.SequenceEqual(other.Columns) && Equals(From, other.From)
        && Joins.SequenceEqual(other.Joins) && Equals(Where, other.Where) && GroupBy.SequenceEqual(other.GroupBy)
        && GroupingSets.SequenceEqual(other.GroupingSets) && Equals(Having, other.Having)
        && OrderBy.SequenceEqual(other.OrderBy) && Limit == other.Limit && Offset == other.Offset;

    /// <inheritdoc />
    public override int GetHashCode() =>
        GroupBy.Aggregate(Columns.Aggregate(HashCode.Combine(From, Where, Having, Limit), HashCode.Combine), HashCode.Combine);
}
