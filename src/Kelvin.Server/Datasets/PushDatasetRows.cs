using System.ComponentModel;
using System.Globalization;
using System.Text.Json.Nodes;
using Kelvin.Collection.Pushing;
using Kelvin.Language;
using Kelvin.Queries.Warehouse;
using Kelvin.Server.Problems;
using Kelvin.Web.Reading;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using Microsoft.OpenApi;

namespace Kelvin.Server.Datasets;

/// <summary><c>POST /api/v1/datasets/{name}/rows</c></summary>
internal static class PushDatasetRows
{
    private const string Example = """
        [{ "order_id": "A-1042", "ordered_at": "2026-03-02T08:15:00+01:00", "amount": "1249.00" }]
        """;
    private const string Csv = "text/csv";
    private const string CsvExample = "order_id,ordered_at,amount\nA-1042,2026-03-02T08:15:00+01:00,1249.00\n";

    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/datasets/{name}/rows", PushAsync)
        .WithName("PushRows")
        .WithSummary("Hand over rows of a dataset")
        .WithDescription(
            "A JSON array of objects, or one object a line (NDJSON), by column name; or comma-separated text whose first line names the columns. When the answer comes, the rows are durable. A row that cannot be "
            + "taken is refused by itself, with its place and the reason. Send the same Idempotency-Key when you send the same rows again: they are taken once; other rows under it are refused. "
            + "Moments carry an offset or Z; exact amounts may be sent as text.")
        .Accepts<JsonArray>("application/json", "application/x-ndjson", "text/csv")
        .Produces<PushedBody>()
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
        .ProducesProblem(StatusCodes.Status415UnsupportedMediaType)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .ProducesProblem(StatusCodes.Status429TooManyRequests)
        .ProducesProblem(StatusCodes.Status503ServiceUnavailable)
        .ProducesProblem(StatusCodes.Status507InsufficientStorage)
        .AddOpenApiOperationTransformer((operation, _, _) =>
        {
            foreach (var (type, body) in operation.RequestBody?.Content ?? new Dictionary<string, OpenApiMediaType>())
                body.Example = type == Csv ? CsvExample : JsonNode.Parse(Example);
            return Task.CompletedTask;
        });

    private static async Task<IResult> PushAsync(
        [Description("The dataset's name.")] string name,
        [Description("append (the default): a row whose key is there is refused. upsert: it takes the place of the row of its key. remove: rows of these keys leave.")] string? mode,
        [Description("Refuse all rows when one cannot be taken.")][FromQuery(Name = "all_or_nothing")] bool? allOrNothing,
        [Description("Names this request; sent again under it, the same rows are taken once.")][FromHeader(Name = "Idempotency-Key")] string? key,
        [Description("What the sender calls itself, for the list of loads.")][FromHeader(Name = "Kelvin-Source")] string? source,
        PushRows pushing, PushLimits limits, Reader reader, HttpRequest request, CancellationToken cancellationToken)
    {
        if (ModeOf(mode) is not { } chosen)
            return IssueProblem.Unanswerable(request, [Issue.At(null, "push.unknown-mode", ("written", mode))]);
        using var body = await RequestBytes.ReadAsync(request.BodyReader, limits.BytesARequest, cancellationToken);
        var format = MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && type.MediaType.Equals(Csv, StringComparison.OrdinalIgnoreCase) ? PushFormat.Csv : PushFormat.Json;
        var push = new PushRequest(name, chosen) { Format = format, Key = key, Source = source, AllOrNothing = allOrNothing ?? false };
        return Answer(await pushing.PushAsync(push, body.Memory, cancellationToken), request, reader.Tongue);
    }

    private static LoadMode? ModeOf(string? written) => written switch
    {
        null or "append" => LoadMode.Append,
        "upsert" => LoadMode.Upsert,
        "remove" => LoadMode.Remove,
        _ => null,
    };

    private static IResult Answer(PushOutcome outcome, HttpRequest request, Tongue tongue)
    {
        if (outcome is PushOutcome.Busy busy)
            request.HttpContext.Response.Headers.RetryAfter = busy.Wait.TotalSeconds.ToString(CultureInfo.InvariantCulture);
        return outcome switch
        {
            PushOutcome.Taken taken => Results.Ok(PushedBody.Of(taken.Receipt, tongue)),
            PushOutcome.Refused refused => IssueProblem.Unanswerable(request, refused.Issues),
            PushOutcome.Unknown unknown => IssueProblem.Of(request, StatusCodes.Status404NotFound, [unknown.Issue]),
            PushOutcome.TooLong tooLong => IssueProblem.Of(request, StatusCodes.Status413PayloadTooLarge, [tooLong.Issue]),
            PushOutcome.Busy { Issue: var issue } => IssueProblem.Of(request, StatusCodes.Status429TooManyRequests, [issue]),
            _ => throw new InvalidOperationException($"No answer for {outcome.GetType().Name}."),
        };
    }
}
