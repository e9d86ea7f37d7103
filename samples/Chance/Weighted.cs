namespace Kelvin.Samples.Chance;

/// <summary>A choice between things that are not equally likely.</summary>
internal sealed class Weighted<T>
{
    private readonly T[] _items;
    private readonly double[] _upTo;

    public Weighted(IEnumerable<(T Item, double Weight)> choices)
    {
        var all = choices.ToList();
        _items = [.. all.Select(choice => choice.Item)];
        _upTo = new double[all.Count];
        var sum = 0.0;
        for (var index = 0; index < all.Count; index++)
            _upTo[index] = sum += all[index].Weight;
    }

    public Weighted(params (T Item, double Weight)[] choices)
        : this(choices.AsEnumerable())
    {
    }

    /// <summary>The item at this fraction of the total weight, 0 up to but not including 1.</summary>
    public T At(double fraction)
    {
        var found = Array.BinarySearch(_upTo, fraction * _upTo[^1]);
        return _items[Math.Min(found < 0 ? ~found : found + 1, _items.Length - 1)];
    }
}
