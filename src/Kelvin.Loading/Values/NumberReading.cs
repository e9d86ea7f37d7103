using System.Globalization;
using System.Text;
using Kelvin.Catalog;
using Kelvin.Language;

namespace Kelvin.Loading.Values;

/// <summary>Reads numbers exactly: what does not fit the column is refused, never rounded.</summary>
internal sealed class NumberReading(Column column, char mark, bool isMarkProven) : FieldReader(column)
{
    /// <summary>Beyond it no exact column holds the number anyway.</summary>
    private const int LargestExponent = 100;

    private readonly bool _isMoney = CurrencySigns.MayStandBeside(column.Type.Unit);
    private readonly bool _isShare = column.Type.Unit == Quantities.Unit.Share;
    private readonly string? _currency = CurrencySigns.Of(column.Type.Unit);

    public override Issue? Rewrite(ReadOnlySpan<char> field, StringBuilder rewritten)
    {
        var text = field.Trim();
        if (_isMoney)
        {
            text = CurrencySigns.Remove(text, out var sign);
            if (sign is not null && _currency is not null && !CurrencySigns.Means(sign, _currency))
                return Fault("import.other-currency", field, ("found", sign), ("expected", _currency));
        }
        var isPercent = _isShare && text is [.., '%'];
        if (isPercent)
            text = text[..^1].TrimEnd();
        if (Column.Decimals is null && !isPercent && text.ContainsAny('e', 'E'))
            return Scientific(text, field, rewritten);
        if (!TrySplit(text, out var digits, out var exponent))
            return Fault("import.not-a-number", field);
        switch (NumberText.TryRead(digits, mark, isMarkProven, out var number))
        {
            case NumberFault.NotANumber:
                return Fault("import.not-a-number", field);
            case NumberFault.Ambiguous:
                return Fault("import.ambiguous-number", field);
        }
        number = number.Shifted(isPercent ? exponent - 2 : exponent);
        if (Column.Decimals is { } decimals && WhyNotExact(number, decimals, field) is { } issue)
            return issue;
        if (number.Whole.Length > 300)
            return Fault("import.number-too-large", field);
        rewritten.Append(number.ToString());
        return null;
    }

    /// <summary>Parts 1.71E+11, as spreadsheets write large amounts, into digits and exponent; false when the exponent is none.</summary>
    private static bool TrySplit(ReadOnlySpan<char> text, out ReadOnlySpan<char> digits, out int exponent)
    {
        var at = text.IndexOfAny('e', 'E');
        digits = at < 0 ? text : text[..at];
        exponent = 0;
        return at < 0 || int.TryParse(text[(at + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent)
            && Math.Abs(exponent) <= LargestExponent;
    }

    private Issue? WhyNotExact(NumberText number, int decimals, ReadOnlySpan<char> field)
    {
        if (number.Decimals.Length > decimals)
            return decimals == 0
                ? Fault("import.not-whole", field)
                : Fault("import.too-many-decimals", field, ("allowed", decimals), ("needed", number.Decimals.Length));
        // Whole numbers are stored in 64 bits, exact numbers in 18 digits or 38.
        var room = decimals == 0 ? 18 : (decimals <= 4 ? 18 : 38) - decimals;
        return number.Whole.Length > room ? Fault("import.number-too-large", field) : null;
    }

    private Issue? Scientific(ReadOnlySpan<char> text, ReadOnlySpan<char> field, StringBuilder rewritten)
    {
        var plain = mark == ',' ? text.ToString().Replace(',', '.') : text.ToString();
        if (!double.TryParse(plain, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent,
                CultureInfo.InvariantCulture, out var value) || !double.IsFinite(value))
            return Fault("import.not-a-number", field);
        rewritten.Append(value.ToString("R", CultureInfo.InvariantCulture));
        return null;
    }
}
