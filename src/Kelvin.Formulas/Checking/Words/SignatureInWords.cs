using System.Globalization;
using Kelvin.Language;

namespace Kelvin.Formulas.Checking.Words;

/// <summary>How a function is written, in the reader's language.</summary>
internal readonly record struct SignatureInWords(string Function) : IFormattable
{
    /// <inheritdoc />
    public string ToString(string? format, IFormatProvider? formatProvider) =>
        Texts.Say(Speech.TongueOf(formatProvider), $"formula.signatures.{Function}");

    /// <inheritdoc />
    public override string ToString() => ToString(null, CultureInfo.InvariantCulture);
}
