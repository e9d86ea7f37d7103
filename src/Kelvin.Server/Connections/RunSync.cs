using System.ComponentModel;
using Kelvin.Collection.Sources;
using Kelvin.Server.Problems;
using Kelvin.Web.Reading;

namespace Kelvin.Server.Connections;

/// <summary><c>POST /api/v1/datasets/{name}/sync</c></summary>
internal static class RunSync
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/datasets/{name}/sync", RunAsync)
        .WithName("SyncDataset")
        .WithSummary("Fetch a dataset over its connection")
        .WithDescription("The answer comes when the run has ended, well or badly: see its outcome and issues. Whoever hangs up cancels it; what was durable by then stays.")
        .Produces<RunBody>()
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<IResult> RunAsync(
        [Description("The dataset's name.")] string name,
        [Description("Forget how far it had come, and fetch everything.")] bool? anew,
        SyncDataset syncing, Reader reader, HttpRequest request, CancellationToken cancellationToken)
    {
        var run = await syncing.RunAsync(name, anew ?? false, null, cancellationToken);
        return run.IsSound ? Results.Ok(RunBody.Of(run.Value, reader.Tongue)) : IssueProblem.Of(request, StatusOf(run.Issues[0].Code), run.Issues);
    }

    private static int StatusOf(string code) => code switch
    {
        "sync.unknown-dataset" => StatusCodes.Status404NotFound,
        "sync.busy" => StatusCodes.Status409Conflict,
        _ => StatusCodes.Status422UnprocessableEntity,
    };
}
