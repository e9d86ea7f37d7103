using System.Collections.Immutable;

namespace Kelvin.Sql.Tree;

/// <summary>A named select.</summary>
public sealed record SqlCommonTable(string Name, SqlSelect Select);

/// <summary>A returned value and its name.</summary>
public sealed record SqlColumn(SqlExpression Expression, string Alias);

/// <summary>A further source and the condition under which its rows belong to those before it.</summary>
public sealed record SqlJoin(SqlJoinKind Kind, SqlSource Source, SqlExpression On)
{
    /// <summary>For <see cref="SqlJoinKind.AsOf"/> and <see cref="SqlJoinKind.LeftAsOf"/>: the moment of the source's rows, of which the latest is meant. Null for others.</summary>
    public SqlExpression? Latest { get; init; }
}

/// <summary>Which rows a join keeps when there is no partner.</summary>
public enum SqlJoinKind
{
    /// <summary>None.</summary>
    Inner,

    /// <summary>Those of the sources before.</summary>
    Left,

    /// <summary>All.</summary>
    Full,

    /// <summary>
    /// None, and of the partners of a row only the latest: the one whose <see cref="SqlJoin.Latest"/> is greatest. The
    /// condition is a conjunction of equalities and, last, of a moment of the sources before that is not less than that one.
    /// Which of several equally late ones is taken is not promised.
    /// </summary>
    AsOf,

    /// <summary>As <see cref="AsOf"/>, and rows of the sources before without any partner are kept.</summary>
    LeftAsOf,
}

/// <summary>Something to order by; missing values come last unless <paramref name="NullsLast"/> is false.</summary>
public sealed record SqlOrder(SqlExpression Expression, bool Descending = false, bool NullsLast = true);

/// <summary>One grouping of several; empty is the grand total.</summary>
public sealed record SqlGroupingSet(ImmutableArray<SqlExpression> Expressions)
{
    /// <inheritdoc />
    public bool Equals(SqlGroupingSet? other) => other is not null && Expressions.SequenceEqual(other.Expressions);

    /// <inheritdoc />
    public override int GetHashCode() => Expressions.Aggregate(0, HashCode.Combine);
}
