using System.Collections.Immutable;
using System.ComponentModel;
using System.Globalization;
using System.Text;
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
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

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
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .ProducesProblem(StatusCodes.Status429TooManyRequests)
        .ProducesProblem(StatusCodes.Status503ServiceUnavailable)
        .ProducesProblem(StatusCodes.Status507InsufficientStorage);

    private static async Task<IResult> WriteAsync(
        [Description("The dataset that takes the samples.")] string? dataset, TakeSamples taking, SamplesInLine line, ICurrentCatalog catalogs, PushLimits limits, TimeProvider clock,
        HttpRequest request, CancellationToken cancellationToken)
    {
        var (layout, unusable) = Layout(dataset, catalogs.Current);
        if (layout is null)
            return IssueProblem.Of(request, unusable!.Code == "push.unknown-dataset" ? StatusCodes.Status404NotFound : StatusCodes.Status422UnprocessableEntity, [unusable]);
        if (IsSecond(request) is not { } isSecond)
            return IssueProblem.Of(request, StatusCodes.Status415UnsupportedMediaType, [Issue.At(null, "push.series-type")]);
        using var body = await RequestBytes.ReadAsync(request.BodyReader, limits.BytesARequest, cancellationToken);
        if (body.Memory.Length > limits.BytesARequest)
            return IssueProblem.Of(request, StatusCodes.Status413PayloadTooLarge, [Issue.At(null, "push.too-long", ("most", limits.BytesARequest / 1024 / 1024))]);
        var samples = RemoteSamples.Read(body.Memory, isSecond, limits.RowsARequest);
        if (!samples.IsSound)
            return IssueProblem.Of(request, samples.Issues[0].Code == "push.series-broken" ? StatusCodes.Status400BadRequest : StatusCodes.Status413PayloadTooLarge, samples.Issues);
        if (!line.TryEnter(samples.Value.Count))
            return Busy(request);
        try
        {
            var fitting = samples.Value.Where(sample => TooLong(sample, limits) is null).ToList();
            var agent = request.Headers.UserAgent.ToString();
            var taken = await taking.TakeAsync(
                layout, fitting, clock.GetUtcNow(), batch => batch with { Source = agent.Length is > 0 and <= 100 ? agent : "Remote write" }, cancellationToken);
            return taken.IsSound
                ? Answer(request, taken.Value, [.. samples.Value.Select(sample => TooLong(sample, limits)).OfType<Issue>(), .. taken.Value.Refused.Select(row => row.Reason)])
                : IssueProblem.Unanswerable(request, taken.Issues);
        }
        finally
        {
            line.Leave(samples.Value.Count);
        }
    }

    /// <summary>Whether it is what version 2.0 sends rather than 1.0; null when it is neither.</summary>
    private static bool? IsSecond(HttpRequest request)
    {
        var encodings = request.Headers.ContentEncoding;
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.MediaType.Equals(Media, StringComparison.OrdinalIgnoreCase)
            || encodings.Count > 1 || encodings.Count == 1 && !"snappy".Equals(encodings[0], StringComparison.OrdinalIgnoreCase))
            return null;
        return type.Parameters.FirstOrDefault(parameter => parameter.Name.Equals("proto", StringComparison.OrdinalIgnoreCase)) is not { } proto ? false
            : HeaderUtilities.RemoveQuotes(proto.Value).Value switch
            {
                First => false,
                Second => true,
                _ => null,
            };
    }

    /// <summary>What is wrong with a sample of which a text is longer than a value may be.</summary>
    private static Issue? TooLong(Sample sample, PushLimits limits)
    {
        var (name, _) = sample.Labels.FirstOrDefault(label => IsTooLong(label.Value, limits) || IsTooLong(label.Name, limits));
        return name is not null || IsTooLong(sample.Name, limits)
            ? Issue.At(null, "push.value-too-long", ("column", name is null ? "name" : name[..Math.Min(name.Length, 60)]), ("most", limits.BytesAValue))
            : null;
    }

    private static bool IsTooLong(string text, PushLimits limits) => text.Length > limits.BytesAValue / 3 && Encoding.UTF8.GetByteCount(text) > limits.BytesAValue;

    private static IResult Busy(HttpRequest request)
    {
        request.HttpContext.Response.Headers.RetryAfter = Pause.TotalSeconds.ToString(CultureInfo.InvariantCulture);
        return IssueProblem.Of(request, StatusCodes.Status429TooManyRequests, [Issue.At(null, "push.busy", ("seconds", (int)Pause.TotalSeconds))]);
    }

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

    private static IResult Answer(HttpRequest request, WriteReceipt receipt, ImmutableArray<Issue> refused)
    {
        var taken = receipt.Added + receipt.Replaced + receipt.Unchanged;
        var headers = request.HttpContext.Response.Headers;
        headers["X-Prometheus-Remote-Write-Samples-Written"] = taken.ToString(CultureInfo.InvariantCulture);
        headers["X-Prometheus-Remote-Write-Histograms-Written"] = "0";
        headers["X-Prometheus-Remote-Write-Exemplars-Written"] = "0";
        return refused is [var first, ..]
            ? IssueProblem.Of(request, StatusCodes.Status400BadRequest, [Issue.At(null, "push.series-refused", ("count", refused.Length), ("taken", taken)), first])
            : Results.NoContent();
    }
}
