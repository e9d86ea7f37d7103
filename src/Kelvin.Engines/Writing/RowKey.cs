using Kelvin.Catalog;
using Kelvin.Compiler.Frames;

namespace Kelvin.Engines.Writing;

/// <summary>The values of a row's key; equal where the engine holds them to be.</summary>
internal sealed class RowKey(object?[] values) : IEquatable<RowKey>
{
    /// <summary>The key of a row.</summary>
    public static RowKey Of(Dataset dataset, Frame rows, int row) =>
        new([.. dataset.RowKey.Select(column => Exact(rows.Find(column)?[row]))]);

    /// <summary>The values as people read them.</summary>
    public string Text => string.Join(", ", values.Select(value => FormattableString.Invariant($"{value}")));

    /// <inheritdoc />
    public bool Equals(RowKey? other) => other is not null && Values.AsSpan().SequenceEqual(other.Values);

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as RowKey);

    /// <inheritdoc />
    public override int GetHashCode() => values.Aggregate(0, HashCode.Combine);

    private object?[] Values => values;

    /// <summary>A number is the same whether it comes as a decimal or a double, and an instant is kept to the microsecond.</summary>
    private static object? Exact(object? value) => value switch
    {
        double number when Math.Abs(number) < 1e15 => (decimal)number,
        DateTime instant => new DateTime(instant.Ticks - instant.Ticks % TimeSpan.TicksPerMicrosecond, instant.Kind),
        _ => value,
    };
}
