using System.Collections.Immutable;

namespace Kelvin.Formulas;

/// <summary>
/// A column seen from a dataset: zero or more to-one link columns to follow, then the column.
/// Written with dots: <c>customer_id.country</c>. Names are the canonical ones of the catalog.
/// </summary>
/// <param name="Links">Link columns in the order they are followed; compared by value.</param>
/// <param name="Column">The column of the dataset at the end of the links.</param>
public sealed record ColumnPath(ImmutableArray<string> Links, string Column)
{
    /// <summary>A column of the dataset itself.</summary>
    public static ColumnPath Own(string column) => new([], column);

    /// <inheritdoc />
    public bool Equals(ColumnPath? other) => other is not null && Column == other.Column && Links.SequenceEqual(other.Links);

    /// <inheritdoc />
    public override int GetHashCode() => Links.Aggregate(Column.GetHashCode(StringComparison.Ordinal), HashCode.Combine);

    /// <inheritdoc />
    public override string ToString() => string.Join('.', [.. Links, Column]);
}
