namespace Kelvin.Loading.Text;

/// <summary>What is known of all fields of a file's column, whatever it will be read as.</summary>
internal sealed class FieldFacts
{
    private long _present, _numbers, _dates, _instants, _truths;

    /// <summary>Whether any field holds nothing at all.</summary>
    public bool AnyEmpty { get; private set; }

    public bool AreNumbers => _numbers == _present;

    public bool AreDates => _dates == _present;

    public bool AreInstants => _instants == _present;

    public bool AreTruths => _truths == _present;

    /// <summary>Most digits before the point of a number.</summary>
    public int MostWhole { get; private set; }

    /// <summary>Most digits after it.</summary>
    public int MostDecimals { get; private set; }

    /// <summary>Most of them but for zeros at the end.</summary>
    public int MostNeeded { get; private set; }

    /// <summary>Whether a number has three digits after its point, which may part thousands.</summary>
    public bool MayPartThousands { get; private set; }

    /// <summary>Bytes of the longest number without its minus.</summary>
    public int LongestNumber { get; private set; }

    /// <summary>Whether a number can only be one with the point as its decimal mark.</summary>
    public bool ProvesPoint { get; private set; }

    /// <summary>Whether numbers have neither a minus nor zeros in front.</summary>
    public bool AreCounts { get; private set; } = true;

    /// <summary>Whether any instant ends with Z.</summary>
    public bool AnyUtc { get; private set; }

    /// <summary>Whether any does not.</summary>
    public bool AnyLocal { get; private set; }

    /// <summary>Takes in a field that holds nothing.</summary>
    public void NoteEmpty() => AnyEmpty = true;

    /// <summary>Takes in a field that is none of what has a note of its own.</summary>
    public void NoteOther() => _present++;

    public void NoteTruth()
    {
        _present++;
        _truths++;
    }

    public void NoteDate()
    {
        _present++;
        _dates++;
    }

    public void NoteInstant(ReadOnlySpan<byte> field)
    {
        _present++;
        _instants++;
        if (field[^1] == 'Z')
            AnyUtc = true;
        else
            AnyLocal = true;
    }

    public void NoteNumber(ReadOnlySpan<byte> field, in PlainNumber number)
    {
        _present++;
        _numbers++;
        MostWhole = Math.Max(MostWhole, number.Whole);
        LongestNumber = Math.Max(LongestNumber, number.Length);
        if (field[0] == '-' || field[0] == '0' && number.Whole > 1)
            AreCounts = false;
        if (number.Decimals == 0)
            return;
        MostDecimals = Math.Max(MostDecimals, number.Decimals);
        MostNeeded = Math.Max(MostNeeded, number.Needed);
        MayPartThousands |= number.Decimals == PlainCheck.ThousandsDigits;
        ProvesPoint = ProvesPoint || default(DecimalMarks).With(field.TrimStart((byte)'-')).Point > 0;
    }

    /// <summary>Takes in what is known of the fields after these.</summary>
    public void Join(FieldFacts later)
    {
        _present += later._present;
        _numbers += later._numbers;
        _dates += later._dates;
        _instants += later._instants;
        _truths += later._truths;
        AnyEmpty |= later.AnyEmpty;
        MostWhole = Math.Max(MostWhole, later.MostWhole);
        MostDecimals = Math.Max(MostDecimals, later.MostDecimals);
        MostNeeded = Math.Max(MostNeeded, later.MostNeeded);
        LongestNumber = Math.Max(LongestNumber, later.LongestNumber);
        MayPartThousands |= later.MayPartThousands;
        ProvesPoint |= later.ProvesPoint;
        AreCounts &= later.AreCounts;
        AnyUtc |= later.AnyUtc;
        AnyLocal |= later.AnyLocal;
    }
}
