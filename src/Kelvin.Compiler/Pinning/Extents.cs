using System.Collections.Immutable;

namespace Kelvin.Compiler.Pinning;

/// <summary>What is known, before planning, of the date and instant columns that a question reads.</summary>
/// <param name="ByColumn">Extents by column; a column without any value has none.</param>
public sealed record Extents(ImmutableDictionary<ColumnRef, Extent> ByColumn)
{
    /// <summary>Nothing known, as of columns without values.</summary>
    public static Extents None { get; } = new(ImmutableDictionary<ColumnRef, Extent>.Empty);

    /// <summary>The extent that holds all these columns, or null when none has a value.</summary>
    public Extent? Over(IEnumerable<ColumnRef> columns)
    {
        Extent? all = null;
        foreach (var column in columns)
            if (ByColumn.TryGetValue(column, out var extent))
                all = all?.With(extent) ?? extent;
        return all;
    }

    /// <inheritdoc />
    public bool Equals(Extents? other) =>
        other is not null && ByColumn.Count == other.ByColumn.Count
        && ByColumn.All(pair => other.ByColumn.TryGetValue(pair.Key, out var extent) && extent == pair.Value);

    /// <inheritdoc />
    public override int GetHashCode() => ByColumn.Count;
}
