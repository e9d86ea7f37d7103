using System.Globalization;

namespace Kelvin.Loading.Values;

/// <summary>
/// A number as people write it, taken apart exactly: sign, whole digits and decimals, without leading or trailing zeros.
/// </summary>
internal readonly ref struct NumberText
{
    private const string GroupMarks = " \u00a0\u202f\u2009'’";

    private NumberText(bool isNegative, ReadOnlySpan<char> whole, ReadOnlySpan<char> decimals)
    {
        IsNegative = isNegative && (whole.Length > 0 || decimals.Length > 0);
        Whole = whole;
        Decimals = decimals;
    }

    public bool IsNegative { get; }

    public ReadOnlySpan<char> Whole { get; }

    public ReadOnlySpan<char> Decimals { get; }

    /// <summary>Takes a number apart.</summary>
    /// <param name="text">The number, without blanks at its ends or a currency.</param>
    /// <param name="mark">The decimal mark.</param>
    /// <param name="isMarkProven">Whether the mark is known, so that a lone mark before three digits has one meaning.</param>
    /// <param name="number">The parts.</param>
    public static NumberFault TryRead(ReadOnlySpan<char> text, char mark, bool isMarkProven, out NumberText number)
    {
        number = default;
        var isNegative = text is ['-' or '\u2212', ..];
        if (isNegative || text is ['+', ..])
            text = text[1..].TrimStart();
        // Most texts that are no numbers are told by their first sign.
        if (text.IsEmpty || !char.IsAsciiDigit(text[0]) && text[0] != mark)
            return NumberFault.NotANumber;
        var markAt = text.LastIndexOf(mark);
        if (markAt >= 0 && text[..markAt].Contains(mark))
            return NumberFault.NotANumber;
        var whole = markAt < 0 ? text : text[..markAt];
        var decimals = markAt < 0 ? [] : text[(markAt + 1)..];
        if (whole.IsEmpty && decimals.IsEmpty || !AreDigits(decimals) || !TryUngroup(whole, mark == ',' ? '.' : ',', out var digits, out var isLoneGroup))
            return NumberFault.NotANumber;
        // 1,234 in a file that never says which mark it uses is a thousand to one, or one and a bit.
        if (isLoneGroup && markAt < 0 && !isMarkProven)
            return NumberFault.Ambiguous;
        number = new NumberText(isNegative, digits.TrimStart('0'), decimals.TrimEnd('0'));
        return NumberFault.None;
    }

    /// <summary>The number with its decimal mark moved this many digits to the right, to the left where negative.</summary>
    public NumberText Shifted(int digits)
    {
        if (digits == 0)
            return this;
        var (left, right) = digits > 0 ? (Whole.ToString(), Decimals.ToString().PadRight(digits, '0')) : (Whole.ToString().PadLeft(-digits, '0'), Decimals.ToString());
        var mark = left.Length + digits;
        var all = (left + right).AsSpan();
        return new NumberText(IsNegative, all[..mark].TrimStart('0'), all[mark..].TrimEnd('0'));
    }

    /// <summary>Whether both are the same number.</summary>
    public bool Is(NumberText other) =>
        IsNegative == other.IsNegative && Whole.SequenceEqual(other.Whole) && Decimals.SequenceEqual(other.Decimals);

    /// <summary>As the engine reads it.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{(IsNegative ? "-" : "")}{(Whole.Length == 0 ? "0" : Whole)}{(Decimals.Length == 0 ? "" : ".")}{Decimals}");

    /// <summary>Digits of groups of three, parted by one kind of mark; or digits alone.</summary>
    private static bool TryUngroup(ReadOnlySpan<char> whole, char otherMark, out ReadOnlySpan<char> digits, out bool isLoneOtherMark)
    {
        digits = whole;
        isLoneOtherMark = false;
        var firstAt = whole.IndexOfAnyExceptInRange('0', '9');
        if (firstAt < 0)
            return true;
        var at = whole.IndexOfAny(otherMark, '\'') is var first && first >= 0 ? first : whole.IndexOfAny(GroupMarks);
        if (at != firstAt || at is 0 or > 3)
            return false;
        var group = whole[at];
        isLoneOtherMark = group == otherMark && whole.LastIndexOf(group) == at;
        for (var rest = whole[at..]; !rest.IsEmpty; rest = rest[4..])
            if (rest.Length < 4 || rest[0] != group || !AreDigits(rest[1..4]))
                return false;
        digits = whole.ToString().Replace(group.ToString(), "", StringComparison.Ordinal);
        return true;
    }

    private static bool AreDigits(ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('0', '9');
}

/// <summary>Why text is no number.</summary>
internal enum NumberFault
{
    None,
    NotANumber,

    /// <summary>It is two.</summary>
    Ambiguous,
}
