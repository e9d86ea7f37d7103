using System.Globalization;
using Kelvin.Language;

namespace Kelvin.Formulas.Checking.Words;

/// <summary>The language in which an argument of an issue is spoken.</summary>
internal static class Speech
{
    /// <summary>The tongue of a culture; English where the product has none for it.</summary>
    public static Tongue TongueOf(IFormatProvider? provider) =>
        provider is CultureInfo culture ? Tongue.Find(culture.TwoLetterISOLanguageName) ?? Tongue.English : Tongue.English;
}
