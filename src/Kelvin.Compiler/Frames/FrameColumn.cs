namespace Kelvin.Compiler.Frames;

/// <summary>A named column of values, some of which may be missing.</summary>
public abstract class FrameColumn
{
    private protected FrameColumn(string name) => Name = name;

    /// <summary>Its name, unique in its frame.</summary>
    public string Name { get; }

    /// <summary>How many values, missing ones included.</summary>
    public abstract int Count { get; }

    /// <summary>The value in a row, or null when missing.</summary>
    public abstract object? this[int row] { get; }

    /// <summary>Whether the value in a row is there.</summary>
    public abstract bool IsKnown(int row);

    /// <summary>The same values under another name.</summary>
    public abstract FrameColumn Named(string name);

    /// <summary>The values of these rows, in this order; a negative index makes a missing value.</summary>
    public abstract FrameColumn Take(ReadOnlySpan<int> rows);

    /// <summary>These values, then those of columns of the same type.</summary>
    public abstract FrameColumn Followed(IReadOnlyList<FrameColumn> others);

    /// <summary>Compares two rows: missing after everything else.</summary>
    public abstract int Compare(int left, int right);

    /// <summary>A small number per row, equal where values are equal; missing values equal each other.</summary>
    /// <param name="codes">The codes given so far; null for the first of the columns that share codes.</param>
    internal abstract int[] Encode(ref object? codes);
}
