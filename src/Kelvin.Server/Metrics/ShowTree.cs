using System.ComponentModel;
using Kelvin.Catalog;
using Kelvin.Server.Problems;
using Kelvin.Web.Reading;

namespace Kelvin.Server.Metrics;

/// <summary><c>GET /api/v1/tree</c> and <c>GET /api/v1/metrics/{name}/tree</c></summary>
internal static class ShowTree
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/tree", All)
            .WithName("ShowTree")
            .WithSummary("Which metrics have a bearing on which")
            .WithDescription("Edges found from formulas, and edges that definitions name with drives. They may run in circles.");
        api.MapGet("/metrics/{name}/tree", One)
            .WithName("ShowMetricTree")
            .WithSummary("What drives one metric, and what it drives")
            .Produces<MetricTreeBody>()
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static TreeBody All(ICurrentCatalog catalogs, Reader reader)
    {
        var catalog = catalogs.Current;
        return new(
            catalog.Version,
            [.. catalog.Metrics.Values.Select(metric => NamedMetricBody.Of(metric, reader.Tongue))],
            [.. MetricTree.Of(catalog).Edges.Select(EdgeBody.Of)]);
    }

    private static IResult One([Description("The metric's name.")] string name, ICurrentCatalog catalogs, Reader reader, HttpRequest request)
    {
        var catalog = catalogs.Current;
        if (!catalog.Metrics.TryGetValue(name, out var metric))
            return IssueProblem.UnknownMetric(request, name, catalog);
        var tree = MetricTree.Of(catalog);
        var (drivers, driven) = (tree.AllInto(name), tree.AllOutOf(name));
        return Results.Ok(new MetricTreeBody(
            name,
            metric.Label.In(reader.Tongue),
            [.. MetricTree.MetricsOf(drivers.Concat(driven)).Select(end => NamedMetricBody.Of(catalog.Metrics[end], reader.Tongue))],
            [.. drivers.Select(EdgeBody.Of)],
            [.. driven.Select(EdgeBody.Of)]));
    }
}
