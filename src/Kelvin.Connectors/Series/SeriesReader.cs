using System.Text;
using Kelvin.Catalog.Connections;
using Kelvin.Collection.Sources;
using Kelvin.Connectors.Web;
using Kelvin.Language;

namespace Kelvin.Connectors.Series;

/// <summary>Asks a service for its metrics as text, in OpenMetrics where it can, over the same guarded HTTP as other services.</summary>
internal sealed class SeriesReader : ISourceReader
{
    private const int MostBytes = 64 * 1024 * 1024;

    /// <inheritdoc />
    public bool Reads(ConnectionTarget target) => target is ConnectionTarget.Web { GivesSeries: true };

    /// <inheritdoc />
    public async Task TryAsync(OpenedConnection connection, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await new WebCaller(connection, GuardedHttp.For(connection))
                .AskAsync(((ConnectionTarget.Web)connection.Connection.Target).Address, cancellationToken);
        }
        catch (SourceException failure) when (failure.Issue.Code == "sync.not-there")
        {
            // The service answers; that its address alone names nothing is no fault.
        }
    }

    /// <inheritdoc />
    public async Task<Checked<SourceContent>> OpenAsync(SourceRequest request, CancellationToken cancellationToken)
    {
        var caller = new WebCaller(request.Connection, GuardedHttp.For(request.Connection));
        using var answer = await caller.AskAsync(caller.AddressOf(((FeedSelection.Series)request.Feed.Selection).Path), cancellationToken);
        var type = answer.Content.Headers.ContentType?.MediaType;
        if (type is "text/html" or "application/json" or "application/vnd.google.protobuf")
            return Checked<SourceContent>.Faulty(Said(request, Issue.At(null, "sync.series-type", ("type", type))));
        if (await TextAsync(caller, answer, cancellationToken) is not { } text)
            return Checked<SourceContent>.Faulty(Said(request, Issue.At(null, "sync.series-too-long", ("most", MostBytes / 1024 / 1024))));
        var samples = SeriesText.Read(text, type == "application/openmetrics-text");
        return samples.IsSound
            ? Checked<SourceContent>.Sound(new SourceContent.Samples(samples.Value))
            : Checked<SourceContent>.Faulty(Said(request, samples.Issues[0]));
    }

    /// <summary>The whole text; null when it is longer than may be.</summary>
    private static async Task<string?> TextAsync(WebCaller caller, HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        await using var from = await caller.BodyAsync(answer, cancellationToken);
        using var whole = new MemoryStream();
        var buffer = new byte[1 << 16];
        while (await from.ReadAsync(buffer, cancellationToken) is > 0 and var count)
        {
            if (whole.Length + count > MostBytes)
                return null;
            whole.Write(buffer, 0, count);
        }
        // Some exporters copy names of files and hosts as they are; a sign that is lost is better than all samples.
        return Encoding.UTF8.GetString(whole.GetBuffer(), 0, (int)whole.Length);
    }

    private static Issue Said(SourceRequest request, Issue issue) => Issue.At(
        request.Dataset.Place, issue.Code, [("dataset", request.Dataset.Name), ("connection", request.Connection.Connection.Name),
        .. issue.Arguments.Select(argument => (argument.Key, argument.Value))]);
}
