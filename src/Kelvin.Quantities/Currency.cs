using System.Collections.Frozen;
using Kelvin.Language;

namespace Kelvin.Quantities;

/// <summary>A currency of ISO 4217.</summary>
/// <param name="Code">Its three letters, such as <c>SEK</c>.</param>
/// <param name="Decimals">How many decimals its smallest coin has: 2 for öre, 0 for yen.</param>
public sealed record Currency(string Code, int Decimals)
{
    /// <summary>ISO 4217, list one: the active codes by the decimals of their minor unit, without funds, metals and test codes, and with BGN and ANG, which data still holds.</summary>
    private static readonly (int Decimals, string Codes)[] Listed =
    [
        (0, "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF"),
        (2, """
            AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CNY COP
            CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR
            JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN
            NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN
            SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG BGN ANG
            """),
        (3, "BHD IQD JOD KWD LYD OMR TND"),
    ];

    private static readonly FrozenDictionary<string, Currency> ByCode = Listed
        .SelectMany(list => list.Codes.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(code => new Currency(code, list.Decimals)))
        .ToFrozenDictionary(currency => currency.Code, StringComparer.Ordinal);

    /// <summary>Every known currency, by code.</summary>
    public static IEnumerable<Currency> All => ByCode.Values.OrderBy(currency => currency.Code, StringComparer.Ordinal);

    /// <summary>The currency of this code, in capitals, or null when ISO 4217 has none.</summary>
    public static Currency? Find(string code) => ByCode.GetValueOrDefault(code);

    /// <summary>The currency, or an issue with the code that was probably meant.</summary>
    public static Checked<Currency> Parse(string code, Place? place = null) =>
        Find(code) is { } known ? Checked<Currency>.Sound(known)
        : Checked<Currency>.Faulty(Issue.At(place, "display.unknown-currency", ("written", code), ("nearest", Nearest(code))));

    /// <inheritdoc />
    public override string ToString() => Code;

    /// <summary>The code that was probably meant, or null.</summary>
    internal static string? Nearest(string code) => NearestName.Of(code, All.Select(currency => currency.Code));
}
