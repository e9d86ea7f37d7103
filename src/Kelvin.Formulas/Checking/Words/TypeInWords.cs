using System.Collections.Immutable;
using System.Globalization;
using Kelvin.Language;
using Kelvin.Quantities;

namespace Kelvin.Formulas.Checking.Words;

/// <summary>A type in the reader's language: "a date", "an amount in SEK", "a count of orders".</summary>
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
            _ => Number(tongue, new UnitInWords(Type.Unit).ToString(format, formatProvider)),
        };
    }

    private string Number(Tongue tongue, string unit)
    {
        var kind = Type.Unit.Factors.Values.ToList() switch
        {
            [] when Type.Unit.Kind != DimensionlessKind.SharePoints => null,
            [] => "difference",
            [(UnitAtom.Currency or UnitAtom.CurrencyBy, 1)] => "money",
            [(UnitAtom.Duration, 1)] => "duration",
            [(UnitAtom.Item, 1)] => "count",
            _ => "ratio",
        };
        return kind is null ? unit : Texts.Say(tongue, $"formula.words.in.{kind}", ImmutableDictionary<string, object>.Empty.Add("unit", unit));
    }

    /// <inheritdoc />
    public override string ToString() => ToString(null, CultureInfo.InvariantCulture);
}
