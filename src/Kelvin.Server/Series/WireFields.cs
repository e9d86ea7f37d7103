namespace Kelvin.Server.Series;

/// <summary>The fields of a message of protocol buffers, one after the other, without an object of any.</summary>
internal ref struct WireFields(ReadOnlySpan<byte> message)
{
    private ReadOnlySpan<byte> _rest = message;

    /// <summary>The number of the field.</summary>
    public int Number { get; private set; }

    /// <summary>What is in it, of one that has a length; else empty.</summary>
    public ReadOnlySpan<byte> Content { get; private set; }

    /// <summary>Passes to the next field; false after the last.</summary>
    /// <exception cref="InvalidDataException">The message is broken, or has what these messages never have.</exception>
    public bool Next()
    {
        if (_rest.IsEmpty)
            return false;
        var tag = Varint();
        Number = (int)(tag >> 3);
        Content = default;
        switch (tag & 7)
        {
            case 0:
                Varint();
                break;
            case 1:
                Take(8);
                break;
            case 2:
                Content = Take(Varint());
                break;
            case 5:
                Take(4);
                break;
            default:
                throw new InvalidDataException("A field is of a kind that these messages do not have.");
        }
        return true;
    }

    private ReadOnlySpan<byte> Take(ulong length)
    {
        if (length > (ulong)_rest.Length)
            throw new InvalidDataException("A field is cut short.");
        var taken = _rest[..(int)length];
        _rest = _rest[(int)length..];
        return taken;
    }

    private ulong Varint()
    {
        var number = 0UL;
        for (var shift = 0; shift < 64; shift += 7)
        {
            var part = Take(1)[0];
            number |= (ulong)(part & 0x7f) << shift;
            if (part < 0x80)
                return number;
        }
        throw new InvalidDataException("A number is longer than any.");
    }
}
