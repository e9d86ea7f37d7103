using Kelvin.Catalog;
using Microsoft.AspNetCore.Components;

namespace Kelvin.Web.Layout;

/// <summary>What surrounds every page: the company, the switches and a way past them.</summary>
public sealed partial class MainLayout
{
    [Inject]
    private ICurrentCatalog Catalogs { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    private string Company => Reader.Read(Catalogs.Current.Settings.Name);

    private string CatalogVersion => Catalogs.Current.Version;

    // A bare "#content" would lead to the start page, because of the document's base.
    private string SkipAddress => new Uri(Navigation.Uri).PathAndQuery + "#content";
}
