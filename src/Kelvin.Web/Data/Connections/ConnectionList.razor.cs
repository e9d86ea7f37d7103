using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace Kelvin.Web.Data.Connections;

/// <summary>What is fetched over connections; nothing where nothing is.</summary>
public sealed partial class ConnectionList
{
    /// <summary>Only this dataset, or all with null.</summary>
    [Parameter]
    public string? Dataset { get; set; }

    [CascadingParameter]
    public HttpContext Http { get; set; } = null!;

    [Inject]
    private ConnectionOverview Overview { get; set; } = null!;

    private ImmutableArray<ConnectionLine> Lines { get; set; } = [];

    protected override async Task OnInitializedAsync() => Lines = await Overview.ReadAsync(Dataset, Http.RequestAborted);
}
