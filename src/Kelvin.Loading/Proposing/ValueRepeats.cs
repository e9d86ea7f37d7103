using System.IO.Hashing;
using Kelvin.Loading.Text;

namespace Kelvin.Loading.Proposing;

/// <summary>
/// Whether a value comes twice in a column, among a million at least. Values that ascend cannot; they are not kept once it is
/// likely that they all will, and when they then do not, the column must be gone over again without that trust.
/// </summary>
/// <param name="trustsOrder">Whether values that ascend are not kept.</param>
/// <param name="parts">In how many parts the column is read: each keeps its share of them.</param>
internal sealed class ValueRepeats(bool trustsOrder, int parts)
{
    private const int MostKept = 1_000_000;
    private const int Likely = 1_000;
    private SeenHashes? _seen = new();
    private long _count;
    private bool _isOpen;

    /// <summary>How the values stand to each other.</summary>
    public ValueOrder Order { get; } = new();

    /// <summary>Whether one came twice.</summary>
    public bool Repeats { get; private set; }

    /// <summary>Whether that can no longer be told.</summary>
    public bool IsOpen => _isOpen && !Repeats;

    public void Note(ReadOnlySpan<byte> value)
    {
        _count++;
        Order.Note(value);
        if (Repeats || _isOpen || _seen?.Count >= MostKept / parts)
            return;
        if (_seen is null)
            _isOpen = !Order.Ascends;
        else if (trustsOrder && _count > Likely && Order.Ascends)
            _seen = null;
        else if (!_seen.Add(XxHash3.HashToUInt64(value)))
            (Repeats, _seen) = (true, null);
    }

    /// <summary>Goes on with the values that come after these.</summary>
    public void Join(ValueRepeats later)
    {
        Order.Join(later.Order);
        _count += later._count;
        Repeats |= later.Repeats;
        _isOpen |= later._isOpen;
        if (Repeats || _isOpen || Order.Ascends)
            return;
        if (_seen is null || later._seen is null)
            _isOpen = _count > 0;
        else if (_seen.Count < MostKept)
            Repeats = !_seen.AddAll(later._seen);
    }
}
