namespace Kelvin.Compiler.Frames;

/// <summary>
/// A column of one type: decimal or double for numbers, string, bool, DateOnly, DateTime (UTC), int, or a period.
/// Immutable by convention: whoever makes it hands the arrays over.
/// </summary>
public sealed class FrameColumn<T> : FrameColumn
    where T : notnull
{
    private readonly T[] _values;
    private readonly bool[]? _missing;

    /// <summary>A column over these arrays; <paramref name="missing"/> is null when every value is there.</summary>
    public FrameColumn(string name, T[] values, bool[]? missing = null)
        : base(name)
    {
        if (missing is not null && missing.Length != values.Length)
            throw new ArgumentException("A mark is needed for each value.", nameof(missing));
        _values = values;
        _missing = missing;
    }

    /// <inheritdoc />
    public override int Count => _values.Length;

    /// <inheritdoc />
    public override object? this[int row] => IsKnown(row) ? _values[row] : null;

    /// <summary>The value in a row; the type's default where missing, so ask <see cref="IsKnown"/> first.</summary>
    public T Value(int row) => _values[row];

    /// <inheritdoc />
    public override bool IsKnown(int row) => _missing is null || !_missing[row];

    /// <inheritdoc />
    public override FrameColumn Named(string name) => new FrameColumn<T>(name, _values, _missing);

    /// <inheritdoc />
    public override FrameColumn Take(ReadOnlySpan<int> rows)
    {
        var values = new T[rows.Length];
        var missing = new bool[rows.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            missing[i] = rows[i] < 0 || !IsKnown(rows[i]);
            values[i] = missing[i] ? default! : _values[rows[i]];
        }
        return new FrameColumn<T>(Name, values, missing);
    }

    /// <inheritdoc />
    public override FrameColumn Followed(IReadOnlyList<FrameColumn> others)
    {
        FrameColumn<T>[] all = [this, .. others.Cast<FrameColumn<T>>()];
        var missing = new bool[all.Sum(column => column.Count)];
        var at = 0;
        foreach (var column in all)
        {
            column._missing?.CopyTo(missing, at);
            at += column.Count;
        }
        return new FrameColumn<T>(Name, [.. all.SelectMany(column => column._values)], missing);
    }

    /// <inheritdoc />
    public override int Compare(int left, int right) => (IsKnown(left), IsKnown(right)) switch
    {
        (true, true) when typeof(T) == typeof(string) => string.CompareOrdinal((string)(object)_values[left], (string)(object)_values[right]),
        (true, true) => Comparer<T>.Default.Compare(_values[left], _values[right]),
        (var known, var otherKnown) => otherKnown.CompareTo(known),
    };

    /// <inheritdoc />
    internal override int[] Encode(ref object? codes)
    {
        var known = (Dictionary<T, int>)(codes ??= new Dictionary<T, int>());
        var encoded = new int[Count];
        for (var row = 0; row < encoded.Length; row++)
        {
            if (!IsKnown(row))
                encoded[row] = -1;
            else if (known.TryGetValue(_values[row], out var code))
                encoded[row] = code;
            else
                known[_values[row]] = encoded[row] = known.Count;
        }
        return encoded;
    }
}
