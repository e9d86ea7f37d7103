using System.ComponentModel;
using Kelvin.Catalog;
using Kelvin.Collection.Sources.Runs;
using Kelvin.Server.Problems;
using Kelvin.Web.Reading;

namespace Kelvin.Server.Connections;

/// <summary><c>GET /api/v1/datasets/{name}/runs</c></summary>
internal static class ListRuns
{
    private const int Usual = 20;
    private const int Most = 1_000;

    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/datasets/{name}/runs", ListAsync)
        .WithName("ListRuns")
        .WithSummary("When a dataset was fetched, and how that went")
        .WithDescription("The newest first. A dataset that has never been fetched has none.")
        .Produces<RunBody[]>()
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<IResult> ListAsync(
        [Description("The dataset's name.")] string name,
        [Description("How many, 20 if not said and at most 1,000.")] int? most,
        ICurrentCatalog catalogs, SyncHistory history, Reader reader, HttpRequest request, CancellationToken cancellationToken) =>
        catalogs.Current.Datasets.ContainsKey(name)
            ? Results.Ok((await history.RunsAsync(name, Math.Clamp(most ?? Usual, 1, Most), cancellationToken)).Select(run => RunBody.Of(run, reader.Tongue)).ToArray())
            : IssueProblem.UnknownDataset(request, name, catalogs.Current);
}
