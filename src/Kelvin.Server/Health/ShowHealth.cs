using System.ComponentModel;
using Kelvin.Catalog;
using Kelvin.Collection.Sources.Runs;
using Kelvin.Collection.Sources.Scheduling;
using Kelvin.Queries.Trusting;
using Kelvin.Queries.Warehouse;
using Kelvin.Server.Problems;
using Kelvin.Web.Reading;

namespace Kelvin.Server.Health;

/// <summary><c>GET /api/v1/datasets/{name}/health</c></summary>
internal static class ShowHealth
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/datasets/{name}/health", ShowAsync)
        .WithName("ShowHealth")
        .WithSummary("Whether a dataset can be relied on: how fresh it is, and what its checks found")
        .Produces<HealthBody>()
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<IResult> ShowAsync(
        [Description("The dataset's name.")] string name,
        ICurrentCatalog catalogs, IWarehouse warehouse, TimeProvider clock, SyncHistory history, SyncTimes times, Reader reader, HttpRequest request, CancellationToken cancellationToken)
    {
        var catalog = catalogs.Current;
        if (!catalog.Datasets.TryGetValue(name, out var dataset))
            return IssueProblem.UnknownDataset(request, name, catalog);
        var states = await warehouse.StatesAsync(cancellationToken);
        var trust = new TrustReading(catalog, states, clock.GetUtcNow()).Of(name);
        var fetched = dataset.Feed is null ? null : new FetchedBody(
            (await history.RunsAsync(name, MostRuns, cancellationToken)).FirstOrDefault(run => run.Outcome == SyncOutcome.Done)?.EndedAt,
            (await times.NextAsync(cancellationToken)).TryGetValue(name, out var next) ? next : null);
        return Results.Ok(HealthBody.Of(dataset, states.GetValueOrDefault(name), trust, catalog, reader.Tongue) with { Fetched = fetched });
    }

    /// <summary>What went well longer ago than so many runs is not worth looking for.</summary>
    private const int MostRuns = 100;
}
