using Kelvin.Web.Elements;
using Kelvin.Web.Reading;
using Microsoft.AspNetCore.Components;

namespace Kelvin.Web.Layout;

/// <summary>Chooses light, dark, or as the system says. A form, so that it works without script as well.</summary>
public sealed partial class ThemeSwitch
{
    private static readonly (Theme Theme, IconName Icon)[] Looks =
    [
        (Theme.Light, IconName.Sun), (Theme.Dark, IconName.Moon), (Theme.System, IconName.Screen),
    ];

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    private string Here => new Uri(Navigation.Uri).PathAndQuery;

    private string NameOf(Theme theme) => Reader.Say("theme." + theme.ToString().ToLowerInvariant());
}
