using System.Collections.Immutable;
using Kelvin.Catalog;
using Kelvin.Queries.Warehouse;
using Kelvin.Web.Data.Words;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace Kelvin.Web.Data.Page;

/// <summary>What changed a dataset's rows, the newest first.</summary>
public sealed partial class LoadHistory
{
    private const int Shown = 50;

    [Parameter, EditorRequired]
    public Dataset Dataset { get; set; } = null!;

    [CascadingParameter]
    public HttpContext Http { get; set; } = null!;

    [Inject]
    private IWarehouse Warehouse { get; set; } = null!;

    [Inject]
    private ICurrentCatalog Catalogs { get; set; } = null!;

    private ImmutableArray<LoadRecord> Loads { get; set; } = [];

    private DataWords Words => field ??= new DataWords(Reader, Catalogs.Current);

    private LoadWords LoadWords => field ??= new LoadWords(Reader, Words);

    protected override async Task OnInitializedAsync() => Loads = await Warehouse.LoadsAsync(Dataset.Name, Shown, Http.RequestAborted);
}
