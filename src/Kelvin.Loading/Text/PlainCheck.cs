using Kelvin.Catalog;
using Kelvin.Formulas;

namespace Kelvin.Loading.Text;

/// <summary>Whether a field is written in the one way that needs no interpretation.</summary>
internal static class PlainCheck
{
    /// <summary>The check for a column; null where any text will do.</summary>
    public static FieldCheck? For(Column column, FileFormat format) => column.Type.Kind switch
    {
        ValueKind.Text => null,
        // A person who names a format wants that one and no other.
        ValueKind.Date => format.Dates is null ? IsDate : Never,
        ValueKind.Timestamp => format.Timestamps is null ? IsTimestamp : Never,
        ValueKind.Boolean => IsTruth,
        _ when format.DecimalMark is not (null or '.') => Never,
        _ => column.Decimals is { } decimals ? Exact(PrecisionOf(decimals), decimals) : IsBinary,
    };

    /// <summary>Whether the check for a column would hold for every field, as far as what is known of them all tells.</summary>
    public static bool Holds(FieldFacts facts, Column column, FileFormat format) => column.Type.Kind switch
    {
        ValueKind.Text => true,
        ValueKind.Date => format.Dates is null && facts.AreDates,
        ValueKind.Timestamp => format.Timestamps is null && facts.AreInstants && !(facts.AnyUtc && facts.AnyLocal),
        ValueKind.Boolean => facts.AreTruths,
        _ when format.DecimalMark is not (null or '.') || !facts.AreNumbers => false,
        _ => column.Decimals is { } decimals
            ? IsExact(facts.MostWhole, facts.MostDecimals, facts.MostNeeded, PrecisionOf(decimals), decimals) && (decimals >= ThousandsDigits || !facts.MayPartThousands) : facts.LongestNumber < MostBinary,
    };

    private const int MostDecimals = 18;

    // A mark before so many digits may part thousands.
    internal const int ThousandsDigits = 3;

    // That many digits stay below the greatest double.
    private const int MostBinary = 300;

    private static int PrecisionOf(int decimals) => decimals <= 4 ? 18 : 38;

    private static bool Never(ReadOnlySpan<byte> _) => false;

    private static FieldCheck Exact(int precision, int scale) => field => IsExact(field, precision, scale);

    private static bool IsExact(ReadOnlySpan<byte> field, int precision, int scale) =>
        PlainNumber.TryRead(field, out var number) && IsExact(number.Whole, number.Decimals, number.Needed, precision, scale);

    // Zeros at the end are all that a column may have no room for: the engine would round anything else.
    private static bool IsExact(int whole, int decimals, int needed, int precision, int scale) =>
        whole <= precision - scale && (decimals <= scale || scale > 0 && decimals != ThousandsDigits && decimals <= MostDecimals && needed <= scale);

    private static bool IsBinary(ReadOnlySpan<byte> field) => PlainNumber.TryRead(field, out var number) && number.Length < MostBinary;

    /// <summary>The words that the engine has.</summary>
    public static bool IsTruth(ReadOnlySpan<byte> field) => field.SequenceEqual("true"u8) || field.SequenceEqual("false"u8);

    /// <summary>Year, month and day with hyphens between them.</summary>
    public static bool IsDate(ReadOnlySpan<byte> field) =>
        field.Length == 10 && field[4] == '-' && field[7] == '-'
        && field[0] != '0' && Two(field) is >= 0 and var century && Two(field[2..]) is >= 0 and var year
        && Two(field[5..]) is >= 1 and <= 12 and var month && Two(field[8..]) is >= 1 and var day
        && (day <= 28 || day <= DateTime.DaysInMonth(century * 100 + year, month));

    /// <summary>Day, T or space, hours and minutes; perhaps seconds with at most 6 decimals; perhaps Z.</summary>
    public static bool IsTimestamp(ReadOnlySpan<byte> field)
    {
        if (field.Length is < 16 or > 27 || !IsDate(field[..10]) || field[10] is not ((byte)' ' or (byte)'T'))
            return false;
        var time = field[^1] == 'Z' ? field[11..^1] : field[11..];
        // The engine takes 24:00, which is a matter of taste; ours is the exact reader's.
        return time.Length is 5 or 8 or >= 10 && time[2] == ':' && Two(time) is >= 0 and < 24 && Two(time[3..]) is >= 0 and < 60
            && (time.Length == 5 || time[5] == ':' && Two(time[6..]) is >= 0 and < 60
                && (time.Length == 8 || time[8] == '.' && AreDigits(time[9..])));
    }

    /// <summary>The number that two digits make; negative where they are none.</summary>
    private static int Two(ReadOnlySpan<byte> text) =>
        char.IsAsciiDigit((char)text[0]) && char.IsAsciiDigit((char)text[1]) ? (text[0] - '0') * 10 + text[1] - '0' : -1;

    private static bool AreDigits(ReadOnlySpan<byte> text)
    {
        foreach (var character in text)
            if (character is < (byte)'0' or > (byte)'9')
                return false;
        return true;
    }
}

/// <summary>Whether a field, which is not empty, is plain.</summary>
internal delegate bool FieldCheck(ReadOnlySpan<byte> field);
