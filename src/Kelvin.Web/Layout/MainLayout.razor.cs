using Kelvin.Catalog;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;

namespace Kelvin.Web.Layout;

/// <summary>What surrounds every page: the company, the switches and a way past them.</summary>
public sealed partial class MainLayout
{
    [Inject]
    private ICurrentCatalog Catalogs { get; set; } = null!;

    [CascadingParameter]
    public HttpContext? Http { get; set; }

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    private string Company => Reader.Read(Catalogs.Current.Settings.Name);

    private string CatalogVersion => Catalogs.Current.Version;

    // A bare "#content" would lead to the start page, because of the document's base; and a page shown in place of one
    // that does not exist must not lead elsewhere.
    private string SkipAddress => (Asked ?? new Uri(Navigation.Uri).PathAndQuery) + "#content";

    private string? Asked => Http?.Features.Get<IStatusCodeReExecuteFeature>() is { } asked ? asked.OriginalPath + asked.OriginalQueryString : null;
}
