using Kelvin.Web.Entry.Words;
using Microsoft.AspNetCore.Components;

namespace Kelvin.Web.Entry;

/// <summary>Says who somebody is who enters or approves numbers. Until people sign in their name is what they say.</summary>
public sealed partial class PersonForm
{
    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    private string Back => new Uri(Navigation.Uri).PathAndQuery;

    private string Say(string key) => EntryWords.Say(Reader, key);
}
