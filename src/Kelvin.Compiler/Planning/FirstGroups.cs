using System.Collections.Immutable;
using Kelvin.Compiler.Frames;

namespace Kelvin.Compiler.Planning;

/// <summary>The groups of a scan that the engine returns when a question asks for the first ones only.</summary>
/// <param name="Count">How many.</param>
/// <param name="Order">What they are ordered by, missing last: dimensions by name, values over the columns of parts.</param>
/// <param name="Present">A group counts only where any of these is known.</param>
public sealed record FirstGroups(int Count, ImmutableArray<GroupOrder> Order, ImmutableArray<FrameExpression> Present)
{
    /// <inheritdoc />
    public bool Equals(FirstGroups? other) =>
        other is not null && Count == other.Count && Order.SequenceEqual(other.Order) && Present.SequenceEqual(other.Present);

    /// <inheritdoc />
    public override int GetHashCode() => Order.Aggregate(Count, HashCode.Combine);

    /// <inheritdoc />
    public override string ToString() => $"first {Count} by {string.Join(", ", Order)}";
}

/// <summary>Something that groups are ordered by.</summary>
/// <param name="Value">A value of the group, or null for a dimension.</param>
/// <param name="Dimension">The dimension's name, or null for a value.</param>
/// <param name="Descending">Whether the greatest comes first.</param>
public sealed record GroupOrder(FrameExpression? Value, string? Dimension, bool Descending)
{
    /// <inheritdoc />
    public override string ToString() => $"{Dimension ?? Value!.ToString()}{(Descending ? " descending" : "")}";
}
