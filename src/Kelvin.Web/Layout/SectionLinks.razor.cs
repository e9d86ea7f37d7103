using Kelvin.Web.Data;
using Kelvin.Web.Entry;
using Kelvin.Web.Entry.Words;
using Microsoft.AspNetCore.Components;

namespace Kelvin.Web.Layout;

/// <summary>The sections of the product.</summary>
public sealed partial class SectionLinks
{
    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    private IEnumerable<(string Text, string Href, bool IsHere)> Links =>
    [
        (Reader.Say("list.title"), "/", Path is "/" || Path.StartsWith("/metrics", StringComparison.Ordinal)),
        (EntryWords.Say(Reader, "title"), EntryAddress.Start, Path.StartsWith(EntryAddress.Start, StringComparison.Ordinal)),
        (Reader.Say("data.title"), DataAddress.Start, Path.StartsWith(DataAddress.Start, StringComparison.Ordinal)),
    ];

    private string Path => new Uri(Navigation.Uri).AbsolutePath;
}
