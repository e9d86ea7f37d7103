using System.Collections.Immutable;

namespace Kelvin.Compiler.Frames;

/// <summary>A small table in memory, by columns of equal length.</summary>
public sealed class Frame
{
    /// <summary>A frame of these columns, all of this length and with different names. Without columns it still has rows.</summary>
    public Frame(ImmutableArray<FrameColumn> columns, int rows)
    {
        if (columns.Select(column => column.Name).Distinct(StringComparer.Ordinal).Count() != columns.Length)
            throw new ArgumentException("Column names must differ.", nameof(columns));
        if (columns.Any(column => column.Count != rows))
            throw new ArgumentException("Columns must have the same length.", nameof(columns));
        Columns = columns;
        Count = rows;
    }

    /// <summary>A frame of these columns, at least one.</summary>
    public Frame(ImmutableArray<FrameColumn> columns)
        : this(columns, columns[0].Count)
    {
    }

    /// <summary>The columns, in order.</summary>
    public ImmutableArray<FrameColumn> Columns { get; }

    /// <summary>Number of rows.</summary>
    public int Count { get; }

    /// <summary>The column of this name.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public FrameColumn this[string name] => Find(name) ?? throw new KeyNotFoundException($"No column '{name}'.");

    /// <summary>The column of this name, or null.</summary>
    public FrameColumn? Find(string name) => Columns.FirstOrDefault(column => column.Name == name);

    /// <summary>The same frame with this column in the place of the one of its name.</summary>
    public Frame With(FrameColumn replacement) =>
        new([.. Columns.Select(column => column.Name == replacement.Name ? replacement : column)], Count);

    /// <summary>These rows, in this order; a negative index makes a row of missing values.</summary>
    public Frame Take(ReadOnlySpan<int> rows)
    {
        var columns = ImmutableArray.CreateBuilder<FrameColumn>(Columns.Length);
        foreach (var column in Columns)
            columns.Add(column.Take(rows));
        return new Frame(columns.MoveToImmutable(), rows.Length);
    }
}
