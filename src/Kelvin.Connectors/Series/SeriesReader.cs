using System.Text;
using Kelvin.Catalog.Connections;
using Kelvin.Collection.Sources;
using Kelvin.Connectors.Web;
using Kelvin.Language;

namespace Kelvin.Connectors.Series;

/// <summary>Asks a service for its metrics as text, in OpenMetrics where it can, over the same guarded HTTP as other services.</summary>
internal sealed class SeriesReader : ISourceReader
{
    private static readonly string[] OtherTypes = ["text/html", "application/json", "application/vnd.google.protobuf"];

    /// <inheritdoc />
    public bool Reads(ConnectionTarget target) => target is ConnectionTarget.Web { GivesSeries: true };

    /// <inheritdoc />
    public Task TryAsync(OpenedConnection connection, CancellationToken cancellationToken) => WebCaller.TryAsync(connection, cancellationToken);

    /// <inheritdoc />
    public async Task<Checked<SourceContent>> OpenAsync(SourceRequest request, CancellationToken cancellationToken)
    {
        var caller = new WebCaller(request.Connection, GuardedHttp.For(request.Connection));
        using var answer = await caller.AskAsync(caller.AddressOf(((FeedSelection.Series)request.Feed.Selection).Path), cancellationToken);
        var type = answer.Content.Headers.ContentType?.MediaType;
        if (OtherTypes.Contains(type, StringComparer.OrdinalIgnoreCase))
            return Checked<SourceContent>.Faulty(Said(request, Issue.At(null, "sync.series-type", ("type", type))));
        if (await caller.BytesAsync(answer, cancellationToken) is not { } bytes)
            return Checked<SourceContent>.Faulty(Said(request, Issue.At(null, "sync.series-too-long", ("most", WebCaller.MostBytes / 1024 / 1024))));
        // Some exporters copy names of files and hosts as they are; a sign that is lost is better than all samples.
        var text = Encoding.UTF8.GetString(bytes.Span);
        var samples = SeriesText.Read(text, "application/openmetrics-text".Equals(type, StringComparison.OrdinalIgnoreCase));
        return samples.IsSound
            ? Checked<SourceContent>.Sound(new SourceContent.Samples(samples.Value))
            : Checked<SourceContent>.Faulty(Said(request, samples.Issues[0]));
    }

    private static Issue Said(SourceRequest request, Issue issue) => Issue.At(
        request.Dataset.Place, issue.Code, [("dataset", request.Dataset.Name), ("connection", request.Connection.Connection.Name),
        .. issue.Arguments.Select(argument => (argument.Key, argument.Value))]);
}
