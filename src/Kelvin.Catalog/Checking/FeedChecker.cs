using Kelvin.Catalog.Connections;
using Kelvin.Catalog.Reading;
using Kelvin.Language;

namespace Kelvin.Catalog.Checking;

/// <summary>Checks what datasets take from connections. A wrong feed takes down itself; the rows that are there can still be asked.</summary>
internal sealed class FeedChecker(IReadOnlyDictionary<string, ConnectionDraft> connections, FaultyNames faulty, IssueList issues)
{
    /// <summary>The feed, or null.</summary>
    public DatasetFeed? Check(DatasetDraft dataset)
    {
        if (dataset.Feed is not { Selection: { } written } feed || faulty.Connections.Contains(feed.Connection.Text))
            return null;
        if (!connections.TryGetValue(feed.Connection.Text, out var connection))
        {
            issues.Add(feed.Connection.Place, "catalog.unknown-connection", ("connection", feed.Connection.Text),
                ("nearest", NearestName.Of(feed.Connection.Text, connections.Keys)),
                ("known", connections.Count == 0 ? null : string.Join(", ", connections.Keys.Order(StringComparer.Ordinal))));
            return null;
        }
        var before = issues.Errors;
        var selection = Selection(feed, written, connection.Connection!.Target);
        var mode = feed.Mode ?? Usual(dataset, feed, selection);
        if (mode == FeedMode.Upsert && dataset.Key.IsEmpty)
            issues.Add(feed.Connection.Place, "catalog.feed-upsert-key", ("dataset", dataset.Name));
        if (feed.Cursor is { } cursor && mode == FeedMode.Replace)
            issues.Add(cursor.Place, "catalog.feed-cursor-replace");
        else if (feed.Cursor is { } odd && selection is not (FeedSelection.Table or FeedSelection.Query))
            issues.Add(odd.Place, "catalog.feed-cursor-path");
        return issues.Errors > before ? null : new(feed.Connection.Text, selection, mode) { Schedule = feed.Schedule, Cursor = feed.Cursor is { } column ? InSource(dataset, column.Text) : null };
    }

    private FeedSelection Selection(FeedDraft feed, FeedSelection written, ConnectionTarget target)
    {
        var takesRows = target is ConnectionTarget.Server or ConnectionTarget.File;
        if (takesRows == written is FeedSelection.Files)
            issues.Add(feed.Place, takesRows ? "catalog.feed-takes-table" : "catalog.feed-takes-path", ("connection", feed.Connection.Text));
        if (target is ConnectionTarget.Web && written is FeedSelection.Files { Pattern: var path })
            return new FeedSelection.Address(path, feed.Items?.Text, feed.Pages);
        if (feed.Items is not null || feed.PagesPlace is not null)
            issues.Add(feed.PagesPlace ?? feed.Items!.Place, "catalog.feed-pages", ("connection", feed.Connection.Text));
        return written;
    }

    /// <summary>All anew where nothing says what is new; else what is new takes the place of what it changes, where keys can tell.</summary>
    private static FeedMode Usual(DatasetDraft dataset, FeedDraft feed, FeedSelection selection) =>
        feed.Cursor is null && selection is not FeedSelection.Files ? FeedMode.Replace
        : dataset.Key.IsEmpty ? FeedMode.Append : FeedMode.Upsert;

    private static string InSource(DatasetDraft dataset, string column) =>
        dataset.Source is DatasetSource.Files { Format.Names: var names } ? names.GetValueOrDefault(column, column) : column;
}
