using System.Globalization;
using Kelvin.Language;
using Kelvin.Web.Reading;
using Microsoft.AspNetCore.Components;

namespace Kelvin.Web.Layout;

/// <summary>Leads to the same page in another language.</summary>
public sealed partial class LanguageSwitch
{
    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    private static IEnumerable<Tongue> Tongues =>
        Texts.Tongues.Order(StringComparer.Ordinal).Reverse().Select(code => Tongue.Find(code)!);

    private string AddressIn(Tongue tongue) =>
        Navigation.GetUriWithQueryParameter(ReaderPreferences.LanguageKey, tongue.Code);

    // The accessible name begins with what is seen: "SV Svenska".
    private static string NameOf(Tongue tongue)
    {
        var name = CultureInfo.GetCultureInfo(tongue.Code).NativeName;
        return $"{tongue.Code.ToUpperInvariant()} {char.ToUpperInvariant(name[0])}{name[1..]}";
    }
}
