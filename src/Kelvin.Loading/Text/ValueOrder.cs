namespace Kelvin.Loading.Text;

/// <summary>Whether values ascend: each longer than the one before, or as long and greater. So numbers do that are counted up.</summary>
internal sealed class ValueOrder
{
    private byte[] _first = [];
    private byte[] _last = new byte[32];
    private int _length;
    private bool _isBegun;

    /// <summary>Whether they all do so far.</summary>
    public bool Ascends { get; private set; } = true;

    /// <summary>Whether all are equally long, so that they ascend as texts too.</summary>
    public bool IsOfOneLength { get; private set; } = true;

    public void Note(ReadOnlySpan<byte> value)
    {
        if (!Ascends)
            return;
        if (!_isBegun)
            _first = value.ToArray();
        else if (value.Length != _length)
        {
            Ascends = value.Length > _length;
            IsOfOneLength = false;
        }
        else
            Ascends = value.SequenceCompareTo(_last.AsSpan(0, _length)) > 0;
        _isBegun = true;
        if (_last.Length < value.Length)
            _last = new byte[value.Length * 2];
        value.CopyTo(_last);
        _length = value.Length;
    }

    /// <summary>Goes on with the values that come after these.</summary>
    public void Join(ValueOrder later)
    {
        if (!later._isBegun)
            return;
        var isOfOneLength = IsOfOneLength && later.IsOfOneLength;
        var wasBegun = _isBegun;
        Note(later._first);
        Ascends &= later.Ascends;
        IsOfOneLength = isOfOneLength && (!wasBegun || IsOfOneLength);
        (_last, _length, _isBegun) = (later._last, later._length, true);
    }
}
