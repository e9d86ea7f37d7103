using System.Globalization;
using Kelvin.Catalog;
using Kelvin.Formulas;
using Kelvin.Language;
using Kelvin.Quantities;

namespace Kelvin.Entries.Values;

/// <summary>A value as it stands in a cell while it is edited: every digit, nothing grouped, so that <see cref="EnteredText"/> reads the same again.</summary>
public static class WrittenValue
{
    /// <summary>The text, or an empty one for a missing value.</summary>
    public static string Of(object? value, Column column, Tongue tongue) => value switch
    {
        null => "",
        bool truth => Texts.Say(tongue, truth ? "entry.yes" : "entry.no"),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        decimal number => Number(number, column, tongue),
        double number when Math.Abs(number) < 1e28 && (number == 0 || Math.Abs(number) > 1e-20) => Number((decimal)number, column, tongue),
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        _ => (string)value,
    };

    private static string Number(decimal number, Column column, Tongue tongue)
    {
        var isShare = column.Type is { Kind: ValueKind.Number } type && type.Unit == Unit.Share;
        var text = CellValue.Write(isShare ? number * 100 : number)!;
        if (tongue != Tongue.English)
            text = text.Replace('.', ',');
        return isShare ? text + " %" : text;
    }
}
