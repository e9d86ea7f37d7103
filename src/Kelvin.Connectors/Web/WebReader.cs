using Kelvin.Catalog.Connections;
using Kelvin.Collection.Sources;
using Kelvin.Language;

namespace Kelvin.Connectors.Web;

/// <summary>Reads JSON and CSV over HTTP.</summary>
internal sealed class WebReader : ISourceReader
{
    /// <inheritdoc />
    public bool Reads(ConnectionTarget target) => target is ConnectionTarget.Web { GivesSeries: false };

    /// <inheritdoc />
    public Task TryAsync(OpenedConnection connection, CancellationToken cancellationToken) => WebCaller.TryAsync(connection, cancellationToken);

    /// <inheritdoc />
    public async Task<Checked<SourceContent>> OpenAsync(SourceRequest request, CancellationToken cancellationToken)
    {
        var caller = new WebCaller(request.Connection, GuardedHttp.For(request.Connection));
        var selection = (FeedSelection.Address)request.Feed.Selection;
        var address = caller.AddressOf(selection.Path);
        if (selection.Pages is WebPages.Number number && WebQuery.Value(address, number.Parameter) is null)
            address = WebQuery.With(address, number.Parameter, FormattableString.Invariant($"{number.First}"));
        var answer = await caller.AskAsync(address, cancellationToken);
        if (!IsJson(answer, address))
            return selection.Pages is null && selection.Items is null
                ? Checked<SourceContent>.Sound(new SourceContent.Files([FileOf(caller, answer, address)], answer))
                : Gone(answer, Issue.At(request.Dataset.Place, "sync.pages-of-text", ("dataset", request.Dataset.Name), ("type", answer.Content.Headers.ContentType?.MediaType)));
        using (answer)
            return Checked<SourceContent>.Sound(new WebRows(caller, request, await WebPage.ReadAsync(caller, request, address, answer, cancellationToken)));
    }

    private static Checked<SourceContent> Gone(HttpResponseMessage answer, Issue issue)
    {
        answer.Dispose();
        return Checked<SourceContent>.Faulty(issue);
    }

    private static bool IsJson(HttpResponseMessage answer, Uri address) =>
        answer.Content.Headers.ContentType?.MediaType is { } type && type.Contains("json", StringComparison.OrdinalIgnoreCase)
        || address.AbsolutePath.EndsWith(".json", StringComparison.OrdinalIgnoreCase) || address.AbsolutePath.EndsWith(".ndjson", StringComparison.OrdinalIgnoreCase);

    private static SourceFile FileOf(WebCaller caller, HttpResponseMessage answer, Uri address)
    {
        var name = Path.GetFileName(address.AbsolutePath) is { Length: > 0 } last && last.Contains('.', StringComparison.Ordinal) ? last : "answer.csv";
        return new SourceFile(
            name, answer.Headers.ETag?.Tag, answer.Content.Headers.LastModified ?? default, cancellationToken => caller.BodyAsync(answer, cancellationToken));
    }
}
