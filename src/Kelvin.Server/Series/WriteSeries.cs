using System.ComponentModel;
using System.Globalization;
using Kelvin.Catalog;
using Kelvin.Collection.Pushing;
using Kelvin.Collection.Series;
using Kelvin.Language;
using Kelvin.Queries.Warehouse;
using Kelvin.Server.Datasets;
using Kelvin.Server.Problems;
using Microsoft.Net.Http.Headers;

namespace Kelvin.Server.Series;

/// <summary><c>POST /api/v1/write?dataset=…</c>, to which Prometheus and what speaks as it does send their samples.</summary>
internal static class WriteSeries
{
    private const string Media = "application/x-protobuf";
    private const string First = "prometheus.WriteRequest";
    private const string Second = "io.prometheus.write.v2.Request";

    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/write", WriteAsync)
        .WithName("WriteSeries")
        .WithSummary("Hand over samples of series (Prometheus remote write)")
        .WithDescription(
            "Protocol buffers in Snappy, as Prometheus writes them, in version 1.0 or 2.0. The samples become rows of the dataset that the address names. When the answer "
            + "comes, they are durable; sent again they change nothing. Samples that the dataset cannot take are refused by themselves, with status 400.")
        .Produces(StatusCodes.Status204NoContent)
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
        .ProducesProblem(StatusCodes.Status415UnsupportedMediaType)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<IResult> WriteAsync(
        [Description("The dataset that takes the samples.")] string? dataset, TakeSamples taking, ICurrentCatalog catalogs, PushLimits limits, TimeProvider clock, HttpRequest request,
        CancellationToken cancellationToken)
    {
        var (layout, unusable) = Layout(dataset, catalogs.Current);
        if (layout is null)
            return IssueProblem.Of(request, unusable!.Code == "push.unknown-dataset" ? StatusCodes.Status404NotFound : StatusCodes.Status422UnprocessableEntity, [unusable]);
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || type.MediaType != Media || Proto(type) is not (First or Second) || request.Headers.ContentEncoding is not (["snappy"] or []))
            return IssueProblem.Of(request, StatusCodes.Status415UnsupportedMediaType, [Issue.At(null, "push.series-type")]);
        using var body = await RequestBytes.ReadAsync(request.BodyReader, limits.BytesARequest, cancellationToken);
        if (body.Memory.Length > limits.BytesARequest)
            return IssueProblem.Of(request, StatusCodes.Status413PayloadTooLarge, [Issue.At(null, "push.too-long", ("most", limits.BytesARequest / 1024 / 1024))]);
        if (RemoteSamples.Read(body.Memory, Proto(type) == Second) is not { } samples)
            return IssueProblem.Of(request, StatusCodes.Status400BadRequest, [Issue.At(null, "push.series-broken")]);
        var agent = request.Headers.UserAgent.ToString();
        var taken = await taking.TakeAsync(
            layout, samples, clock.GetUtcNow(), batch => batch with { Source = agent.Length is > 0 and <= 100 ? agent : "Remote write" }, cancellationToken);
        return taken.IsSound ? Answer(request, taken.Value) : IssueProblem.Unanswerable(request, taken.Issues);
    }

    /// <summary>What the body says that it is; the first version where it does not.</summary>
    private static string Proto(MediaTypeHeaderValue type) =>
        type.Parameters.FirstOrDefault(parameter => parameter.Name == "proto") is { } proto ? HeaderUtilities.RemoveQuotes(proto.Value).ToString() : First;

    private static (SeriesLayout? Layout, Issue? Issue) Layout(string? name, MetricCatalog catalog)
    {
        var able = catalog.Datasets.Values.Where(one => SeriesLayout.Of(one) is not null).Select(one => one.Name).ToList();
        var known = able.Count == 0 ? null : string.Join(", ", able);
        if (name is null)
            return (null, Issue.At(null, "push.series-where", ("known", known)));
        if (!catalog.Datasets.TryGetValue(name, out var dataset))
            return (null, Issue.At(null, "push.unknown-dataset", ("name", name), ("nearest", NearestName.Of(name, able))));
        return SeriesLayout.Of(dataset) is { } layout ? (layout, null) : (null, Issue.At(dataset.Place, "push.series-layout", ("dataset", name), ("known", known)));
    }

    private static IResult Answer(HttpRequest request, WriteReceipt receipt)
    {
        var headers = request.HttpContext.Response.Headers;
        headers["X-Prometheus-Remote-Write-Samples-Written"] = (receipt.Added + receipt.Replaced + receipt.Unchanged).ToString(CultureInfo.InvariantCulture);
        headers["X-Prometheus-Remote-Write-Histograms-Written"] = "0";
        headers["X-Prometheus-Remote-Write-Exemplars-Written"] = "0";
        return receipt.Refused is [var first, ..]
            ? IssueProblem.Of(request, StatusCodes.Status400BadRequest, [Issue.At(null, "push.series-refused", ("count", receipt.Refused.Length), ("taken", receipt.Added)), first.Reason])
            : Results.NoContent();
    }
}
