using System.Globalization;
using Kelvin.Language;

namespace Kelvin.Formulas.Checking.Words;

/// <summary>A type in the reader's language: "a date", "SEK per order".</summary>
internal readonly record struct TypeInWords(DataType Type) : IFormattable
{
    /// <inheritdoc />
    public string ToString(string? format, IFormatProvider? formatProvider)
    {
        var tongue = Speech.TongueOf(formatProvider);
        return Type.Kind switch
        {
            ValueKind.Text => Texts.Say(tongue, "formula.words.plain-text"),
            ValueKind.Boolean => Texts.Say(tongue, "formula.words.boolean"),
            ValueKind.Date => Texts.Say(tongue, "formula.words.date"),
            ValueKind.Timestamp => Texts.Say(tongue, "formula.words.timestamp"),
            _ => new UnitInWords(Type.Unit).ToString(format, formatProvider),
        };
    }

    /// <inheritdoc />
    public override string ToString() => ToString(null, CultureInfo.InvariantCulture);
}
