using System.Collections.Immutable;

namespace Kelvin.Sql.Tree;

/// <summary>Where a statement takes rows from; columns are reached by the alias.</summary>
public abstract record SqlSource
{
    private SqlSource(string alias) => Alias = alias;

    /// <summary>The name by which columns are reached.</summary>
    public string Alias { get; }

    /// <summary>A table, a view, or a named select of <see cref="SqlSelect.With"/>.</summary>
    public sealed record Table(string Name, string As) : SqlSource(As)
    {
        /// <summary>The schema it is in; null for wherever the name is found first.</summary>
        public string? Schema { get; init; }
    }

    /// <summary>The rows of another select.</summary>
    public sealed record Subquery(SqlSelect Select, string As) : SqlSource(As);

    /// <summary>Rows that the statement brings along. Cells are as <see cref="SqlExpression.Value"/>, or null when missing.</summary>
    public sealed record Rows(ImmutableArray<SqlRowColumn> Columns, ImmutableArray<ImmutableArray<object?>> Cells, string As)
        : SqlSource(As)
    {
        /// <inheritdoc />
        public bool Equals(Rows? other) =>
            other is not null && Alias == other.Alias && Columns.SequenceEqual(other.Columns)
            && Cells.Length == other.Cells.Length && Cells.Zip(other.Cells).All(pair => pair.First.SequenceEqual(pair.Second));

        /// <inheritdoc />
        public override int GetHashCode() => Columns.Aggregate(HashCode.Combine(Alias, Cells.Length), HashCode.Combine);
    }
}

/// <summary>A column of <see cref="SqlSource.Rows"/>.</summary>
public sealed record SqlRowColumn(string Name, SqlType Type);
