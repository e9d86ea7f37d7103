using Kelvin.Catalog;
using Kelvin.Collection.Sources.Runs;
using Kelvin.Collection.Sources.Scheduling;
using Kelvin.Web.Reading;

namespace Kelvin.Server.Connections;

/// <summary><c>GET /api/v1/connections</c></summary>
internal static class ListConnections
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/connections", ListAsync)
        .WithName("ListConnections")
        .WithSummary("Where data come from")
        .WithDescription("Each connection with the datasets that are fetched over it: their last run, and when they are due next. Nothing secret is told.")
        .Produces<ConnectionBody[]>();

    private static async Task<ConnectionBody[]> ListAsync(ICurrentCatalog catalogs, SyncHistory history, SyncTimes times, Reader reader, CancellationToken cancellationToken)
    {
        var catalog = catalogs.Current;
        var (last, next) = (await history.LastRunsAsync(cancellationToken), await times.NextAsync(cancellationToken));
        return [.. catalog.Connections.Values.Select(connection => new ConnectionBody(
            connection.Name, connection.Label.In(reader.Tongue), ConnectionBody.KindOf(connection.Target),
            [.. catalog.Datasets.Values.Where(dataset => dataset.Feed?.Connection == connection.Name).Select(dataset => new FedDatasetBody(
                dataset.Name, last.GetValueOrDefault(dataset.Name) is { } run ? RunBody.Of(run, reader.Tongue) : null,
                next.TryGetValue(dataset.Name, out var moment) ? moment : null))]))];
    }
}
