using System.Text.Json;
using System.Text.RegularExpressions;
using Kelvin.Catalog.Connections;
using Kelvin.Collection.Sources;
using Kelvin.Language;

namespace Kelvin.Connectors.Web;

/// <summary>A page of rows.</summary>
/// <param name="Address">Where it was.</param>
/// <param name="Whole">All of the answer.</param>
/// <param name="Rows">The rows in it.</param>
/// <param name="LinkedNext">The next page, as the header <c>Link</c> names it.</param>
internal sealed partial record WebPage(Uri Address, JsonElement Whole, IReadOnlyList<JsonElement> Rows, Uri? LinkedNext)
{
    /// <summary>Reads a page from an answer.</summary>
    /// <exception cref="SourceException">It is too long, breaks off, or is not what was expected.</exception>
    public static async Task<WebPage> ReadAsync(WebCaller caller, SourceRequest request, Uri address, HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        var selection = (FeedSelection.Address)request.Feed.Selection;
        try
        {
            var bytes = await caller.BytesAsync(answer, cancellationToken) ?? throw Wrong(request, "sync.page-too-long", ("most", WebCaller.MostBytes / 1024 / 1024));
            var whole = JsonRecords.Read(bytes);
            return JsonRecords.At(whole, selection.Items) is { ValueKind: JsonValueKind.Array } list && list.EnumerateArray().All(row => row.ValueKind == JsonValueKind.Object)
                ? new WebPage(address, whole, [.. list.EnumerateArray()], Linked(address, answer))
                : throw Wrong(request, "sync.no-rows-there", ("way", selection.Items), ("there", Names(whole)));
        }
        catch (JsonException failure)
        {
            throw Wrong(request, "sync.not-json", ("reason", failure.Message));
        }
    }

    /// <summary>Where the next page is; null after the last.</summary>
    public Uri? Next(WebPages? pages, long rowsSoFar) => pages switch
    {
        WebPages.Link => LinkedNext,
        WebPages.Number number when Rows.Count > 0 => WebQuery.With(Address, number.Parameter, Following(number)),
        WebPages.Offset offset when Rows.Count > 0 => WebQuery.With(Address, offset.Parameter, FormattableString.Invariant($"{rowsSoFar}")),
        WebPages.Token token when JsonRecords.Value(JsonRecords.At(Whole, token.Field)) is { } value && FormattableString.Invariant($"{value}") is { Length: > 0 } written and not "False" =>
            WebQuery.With(Address, token.Parameter, written),
        _ => null,
    };

    private string Following(WebPages.Number number) =>
        FormattableString.Invariant($"{(int.TryParse(WebQuery.Value(Address, number.Parameter), out var page) ? page : number.First) + 1}");

    private static Uri? Linked(Uri address, HttpResponseMessage answer) =>
        answer.Headers.TryGetValues("Link", out var links)
            && links.Select(link => NextLink().Match(link)).FirstOrDefault(match => match.Success) is { } found
            && Uri.TryCreate(address, found.Groups["address"].Value, out var next) && next.Scheme is "http" or "https"
            ? next
            : null;

    private static string? Names(JsonElement whole) => whole.ValueKind == JsonValueKind.Object
        ? string.Join(", ", whole.EnumerateObject().Select(property => property.Name).Take(20))
        : null;

    private static SourceException Wrong(SourceRequest request, string code, params ReadOnlySpan<(string, object?)> arguments) =>
        new(Issue.At(request.Dataset.Place, code, [("dataset", request.Dataset.Name), ("connection", request.Connection.Connection.Name), .. arguments]), isTransient: false);

    [GeneratedRegex("""<(?<address>[^>]*)>[^,<]*;\s*rel="?next"?""", RegexOptions.IgnoreCase)]
    private static partial Regex NextLink();
}
