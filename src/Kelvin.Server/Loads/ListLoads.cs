using System.ComponentModel;
using Kelvin.Catalog;
using Kelvin.Queries.Warehouse;
using Kelvin.Server.Problems;

namespace Kelvin.Server.Loads;

/// <summary><c>GET /api/v1/datasets/{name}/loads</c></summary>
internal static class ListLoads
{
    private const int Most = 1_000;

    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/datasets/{name}/loads", ListAsync)
        .WithName("ListLoads")
        .WithSummary("What changed a dataset's rows")
        .Produces<LoadListBody>()
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<IResult> ListAsync(
        [Description("The dataset's name.")] string name, [Description("At most so many; 100 when left out.")] int? limit,
        ICurrentCatalog catalogs, IWarehouse warehouse, HttpRequest request, CancellationToken cancellationToken) =>
        catalogs.Current.Datasets.ContainsKey(name)
            ? Results.Ok(new LoadListBody([.. (await warehouse.LoadsAsync(name, Math.Clamp(limit ?? 100, 1, Most), cancellationToken)).Select(LoadBody.Of)]))
            : IssueProblem.UnknownDataset(request, name, catalogs.Current);
}
