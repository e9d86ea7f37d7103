using System.Collections.Concurrent;
using System.Globalization;
using Kelvin.Language;

namespace Kelvin.Quantities;

/// <summary>Digits as a language groups them. The separators are texts, so that they do not hang on the machine's own tables.</summary>
internal static class NumberText
{
    private static readonly ConcurrentDictionary<Tongue, NumberFormatInfo> Formats = new();

    /// <summary>The number with between so many decimals; zeros are left out beyond the fewest.</summary>
    public static string Write(decimal number, int fewest, int most, Tongue tongue)
    {
        var decimals = most;
        while (decimals > fewest && decimal.Round(number, decimals - 1) == number)
            decimals--;
        return number.ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), Format(tongue));
    }

    /// <summary>A number too large for digits: <c>1,5 · 10^30</c>.</summary>
    public static string PowerOfTen(double number, Tongue tongue)
    {
        var exponent = (int)Math.Floor(Math.Log10(number));
        var digits = Write(decimal.Round((decimal)(number / Math.Pow(10, exponent)), 2, MidpointRounding.AwayFromZero), 0, 2, tongue);
        return FormattableString.Invariant($"{digits} · 10^{exponent}");
    }

    private static NumberFormatInfo Format(Tongue tongue) => Formats.GetOrAdd(tongue, static tongue => new NumberFormatInfo
    {
        NumberDecimalSeparator = Texts.Say(tongue, "display.number.decimal"),
        NumberGroupSeparator = Texts.Say(tongue, "display.number.group"),
    });
}
