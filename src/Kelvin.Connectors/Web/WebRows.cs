using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Kelvin.Catalog.Connections;
using Kelvin.Collection.Sources;
using Kelvin.Language;

namespace Kelvin.Connectors.Web;

/// <summary>Rows of a JSON answer, page after page.</summary>
internal sealed class WebRows(WebCaller caller, SourceRequest request, WebPage first) : SourceContent.Rows(ColumnsOf(request, first))
{
    private const int MostPages = 100_000;

    /// <inheritdoc />
    public override async IAsyncEnumerable<object?[]> ReadAsync(ImmutableArray<string> wanted, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var seen = new HashSet<Uri>();
        var row = new object?[wanted.Length];
        var rows = 0L;
        for (var page = first; ;)
        {
            foreach (var record in page.Rows)
            {
                for (var at = 0; at < row.Length; at++)
                    row[at] = JsonRecords.Value(JsonRecords.At(record, wanted[at]));
                yield return row;
            }
            rows += page.Rows.Count;
            seen.Add(page.Address);
            if (page.Next(((FeedSelection.Address)request.Feed.Selection).Pages, rows) is not { } next)
                yield break;
            if (seen.Contains(next) || seen.Count == MostPages)
                throw new SourceException(Issue.At(request.Dataset.Place, "sync.pages-endless", ("dataset", request.Dataset.Name), ("pages", seen.Count)), isTransient: false);
            using var answer = await caller.AskAsync(next, cancellationToken);
            page = await WebPage.ReadAsync(caller, request, next, answer, cancellationToken);
        }
    }

    /// <summary>The names on the first page. Objects leave out what they lack, so an empty page says nothing against any column.</summary>
    private static ImmutableArray<SourceColumn> ColumnsOf(SourceRequest request, WebPage first)
    {
        var wanted = request.Wanted.Select(one => one.Name).Where(name => first.Rows.Count == 0 || first.Rows.Any(row => JsonRecords.At(row, name) is not null));
        return [.. wanted.Concat(first.Rows.SelectMany(row => row.EnumerateObject().Select(property => property.Name))).Distinct()
            .Select(name => new SourceColumn(name, null, SourceKind.Any))];
    }
}
