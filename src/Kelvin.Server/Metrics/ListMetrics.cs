using Kelvin.Catalog;
using Kelvin.Server.Problems;
using Kelvin.Web.Reading;

namespace Kelvin.Server.Metrics;

/// <summary><c>GET /api/v1/metrics</c></summary>
internal static class ListMetrics
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/metrics", List)
        .WithName("ListMetrics")
        .WithSummary("Every metric that can be asked for")
        .WithDescription("Definitions in the order of their names, and what is wrong in the definition files.");

    private static MetricListBody List(ICurrentCatalog catalogs, Reader reader)
    {
        var catalog = catalogs.Current;
        return new(
            catalog.Version,
            [.. catalog.Metrics.Values.Select(metric => MetricBody.Of(metric, reader.Tongue))],
            [.. catalog.Issues.Select(issue => IssueBody.Of(issue, reader.Tongue))]);
    }
}
