using System.Text.Json.Nodes;
using Kelvin.Catalog;
using Kelvin.Queries.Asking;
using Kelvin.Server.Problems;
using Kelvin.Web.Reading;
using Microsoft.OpenApi;

namespace Kelvin.Server.Asking;

/// <summary><c>POST /api/v1/query</c></summary>
internal static class AskQuery
{
    private const string Example = """
        { "metrics": ["revenue"], "grain": "month", "range": "2025", "by": ["customers.country"], "compare": "last year" }
        """;

    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/query", AskAsync)
        .WithName("AskQuery")
        .WithSummary("Values of metrics, by period and dimension")
        .WithDescription("The same question as a page asks. An answer says how it came about.")
        .Produces<AnswerBody>()
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .AddOpenApiOperationTransformer((operation, _, _) =>
        {
            if (operation.RequestBody?.Content?["application/json"] is OpenApiMediaType body)
                body.Example = JsonNode.Parse(Example);
            return Task.CompletedTask;
        });

    private static async Task<IResult> AskAsync(QueryBody body, AskMetric asking, ICurrentCatalog catalogs, Reader reader, HttpRequest request, CancellationToken cancellationToken)
    {
        var outcome = await asking.AskAsync(body.Read(), Viewer.Everything, cancellationToken);
        return outcome.IsSound
            ? Results.Ok(AnswerBody.Of(outcome.Value, catalogs.Current, reader.Tongue))
            : IssueProblem.Unanswerable(request, outcome.Issues);
    }
}
