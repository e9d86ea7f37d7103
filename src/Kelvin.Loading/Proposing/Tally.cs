namespace Kelvin.Loading.Proposing;

/// <summary>Counts of things that mostly come in long runs.</summary>
internal sealed class Tally<T>
    where T : struct, IEquatable<T>
{
    private readonly Dictionary<T, long> _counts = [];
    private T _last;
    private long _run;

    public void Add(T item)
    {
        if (_run > 0 && item.Equals(_last))
        {
            _run++;
            return;
        }
        Settle();
        (_last, _run) = (item, 1);
    }

    /// <summary>The counts, in the order in which their things first came.</summary>
    public IReadOnlyDictionary<T, long> Counts
    {
        get
        {
            Settle();
            return _counts;
        }
    }

    /// <summary>What came most often.</summary>
    public T Usual => Counts.MaxBy(pair => pair.Value).Key;

    /// <summary>Takes in the counts of another.</summary>
    public void Join(Tally<T> later)
    {
        Settle();
        foreach (var (item, count) in later.Counts)
            _counts[item] = _counts.GetValueOrDefault(item) + count;
    }

    private void Settle()
    {
        if (_run > 0)
            _counts[_last] = _counts.GetValueOrDefault(_last) + _run;
        _run = 0;
    }
}
