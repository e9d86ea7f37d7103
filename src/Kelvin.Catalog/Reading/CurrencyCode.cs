using Kelvin.Language;
using Kelvin.Quantities;

namespace Kelvin.Catalog.Reading;

/// <summary>Suggests codes of currencies.</summary>
internal static class CurrencyCode
{
    /// <summary>The code that a slip of three letters explains; shorter words are other things, such as a sign.</summary>
    public static string? Nearest(string written) =>
        written.Length == 3 ? NearestName.Of(written, Currency.All.Select(currency => currency.Code)) : null;
}
