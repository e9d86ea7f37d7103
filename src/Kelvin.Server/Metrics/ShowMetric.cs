using System.ComponentModel;
using Kelvin.Catalog;
using Kelvin.Server.Problems;
using Kelvin.Web.Reading;

namespace Kelvin.Server.Metrics;

/// <summary><c>GET /api/v1/metrics/{name}</c></summary>
internal static class ShowMetric
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/metrics/{name}", Show)
        .WithName("ShowMetric")
        .WithSummary("One metric's definition")
        .Produces<MetricBody>()
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static IResult Show([Description("The metric's name.")] string name, ICurrentCatalog catalogs, Reader reader, HttpRequest request)
    {
        var catalog = catalogs.Current;
        return catalog.Metrics.TryGetValue(name, out var metric)
            ? Results.Ok(MetricBody.Of(metric, reader.Tongue))
            : IssueProblem.UnknownMetric(request, name, catalog);
    }
}
