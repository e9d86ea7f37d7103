using System.IO.Hashing;
using Kelvin.Loading.Text;

namespace Kelvin.Loading.Proposing;

/// <summary>
/// Whether a value comes twice in a column, among the first million at least. Values that ascend cannot; they are not kept once it is
/// likely that they all will, and when they then do not, the column must be gone over again without that trust.
/// </summary>
/// <param name="trustsOrder">Whether values that ascend are not kept.</param>
internal sealed class ValueRepeats(bool trustsOrder)
{
    private const int MostKept = 1_000_000;
    private const int Likely = 1_000;
    private SeenHashes? _seen = new();
    private long _count;

    /// <summary>How the values stand to each other.</summary>
    public ValueOrder Order { get; } = new();

    /// <summary>Whether one came twice.</summary>
    public bool Repeats { get; private set; }

    /// <summary>Whether that can no longer be told.</summary>
    public bool IsOpen { get; private set; }

    public void Note(ReadOnlySpan<byte> value)
    {
        _count++;
        Order.Note(value);
        if (Repeats || IsOpen || _seen?.Count >= MostKept)
            return;
        if (_seen is null)
            IsOpen = !Order.Ascends;
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
        IsOpen |= later.IsOpen;
        if (Repeats || IsOpen || Order.Ascends)
            return;
        if (_seen is null || later._seen is null)
            IsOpen = _count > 0;
        else if (_seen.Count < MostKept)
            Repeats = !_seen.AddAll(later._seen);
    }
}
