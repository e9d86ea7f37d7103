using System.ComponentModel;
using Kelvin.Queries.Asking;
using Kelvin.Queries.Tracing;
using Kelvin.Server.Problems;

namespace Kelvin.Server.Metrics;

/// <summary><c>GET /api/v1/metrics/{name}/history</c></summary>
internal static class TraceMetric
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/metrics/{name}/history", TraceAsync)
        .WithName("TraceMetric")
        .WithSummary("Which loads changed a value")
        .WithDescription("The value is asked as known after each load into what it reads, the newest first; loads that left it as it was are left out.")
        .Produces<ValueHistoryBody>()
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<IResult> TraceAsync(
        [Description("The metric's name.")] string name,
        [Description("The time of the value, such as 2025-03; all when left out.")] string? range,
        [Description("A condition on rows in the formula language.")] string? where,
        [Description("How many moments of loads to look at; 50 when left out.")] int? moments,
        TraceValue tracing, HttpRequest request, CancellationToken cancellationToken)
    {
        var query = new TraceQuery(name) { Range = range ?? "all", Where = where };
        var history = await tracing.TraceAsync(moments is { } asked ? query with { Moments = asked } : query, Viewer.Everything, cancellationToken);
        return history.IsSound ? Results.Ok(ValueHistoryBody.Of(history.Value)) : IssueProblem.Unanswerable(request, history.Issues);
    }
}
