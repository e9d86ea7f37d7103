using System.Globalization;

namespace Kelvin.Loading.Values;

/// <summary>
/// A number as people write it, taken apart exactly: sign, whole digits and decimals, without leading or trailing zeros.
/// </summary>
internal readonly ref struct NumberText
{
    private const string GroupMarks = " \u00a0\u202f\u2009'’";

    private NumberText(bool isNegative, string whole, string decimals)
    {
        IsNegative = isNegative && (whole.Length > 0 || decimals.Length > 0);
        Whole = whole;
        Decimals = decimals;
    }

    public bool IsNegative { get; }

    public string Whole { get; }

    public string Decimals { get; }

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
        number = new NumberText(isNegative, digits.TrimStart('0'), decimals.TrimEnd('0').ToString());
        return NumberFault.None;
    }

    /// <summary>The number with its decimal mark moved this many digits to the right, to the left where negative.</summary>
    public NumberText Shifted(int digits)
    {
        if (digits == 0)
            return this;
        var (left, right) = digits > 0 ? (Whole, Decimals.PadRight(digits, '0')) : (Whole.PadLeft(-digits, '0'), Decimals);
        var mark = left.Length + digits;
        var all = left + right;
        return new NumberText(IsNegative, all[..mark].TrimStart('0'), all[mark..].TrimEnd('0'));
    }

    /// <summary>As the engine reads it.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{(IsNegative ? "-" : "")}{(Whole.Length == 0 ? "0" : Whole)}{(Decimals.Length == 0 ? "" : ".")}{Decimals}");

    /// <summary>Digits of groups of three, parted by one kind of mark; or digits alone.</summary>
    private static bool TryUngroup(ReadOnlySpan<char> whole, char otherMark, out string digits, out bool isLoneOtherMark)
    {
        (digits, isLoneOtherMark) = ("", false);
        var at = whole.IndexOfAny(otherMark, '\'') is var first && first >= 0 ? first : whole.IndexOfAny(GroupMarks);
        if (at < 0)
        {
            digits = whole.ToString();
            return AreDigits(whole);
        }
        var group = whole[at];
        isLoneOtherMark = group == otherMark && whole.LastIndexOf(group) == at;
        var parts = whole.ToString().Split(group);
        digits = string.Concat(parts);
        return parts[0].Length is > 0 and <= 3 && parts.Skip(1).All(part => part.Length == 3) && AreDigits(digits);
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
