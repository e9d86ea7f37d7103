namespace Kelvin.Loading.Text;

/// <summary>A number written with digits, perhaps a minus before them, and perhaps one point among them.</summary>
/// <param name="Whole">Digits before the point, zeros in front included.</param>
/// <param name="Decimals">Digits after it.</param>
/// <param name="Needed">Those of them that are not zeros at the end.</param>
internal readonly record struct PlainNumber(int Whole, int Decimals, int Needed)
{
    /// <summary>Bytes without the minus.</summary>
    public int Length => Whole + Decimals + (Decimals > 0 ? 1 : 0);

    /// <summary>Takes a field apart, which is not empty; false when it is written otherwise.</summary>
    public static bool TryRead(ReadOnlySpan<byte> field, out PlainNumber number)
    {
        number = default;
        var digits = field[0] == '-' ? field[1..] : field;
        var whole = CountDigits(digits);
        if (whole == 0)
            return false;
        if (whole == digits.Length)
        {
            number = new PlainNumber(whole, 0, 0);
            return true;
        }
        var decimals = digits[(whole + 1)..];
        if (digits[whole] != '.' || decimals.IsEmpty || CountDigits(decimals) < decimals.Length)
            return false;
        number = new PlainNumber(whole, decimals.Length, decimals.TrimEnd((byte)'0').Length);
        return true;
    }

    // Fields are short: a loop is done before a search over vectors has begun.
    private static int CountDigits(ReadOnlySpan<byte> text)
    {
        var count = 0;
        while (count < text.Length && (uint)(text[count] - '0') <= 9)
            count++;
        return count;
    }
}
