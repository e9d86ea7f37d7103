using Kelvin.Catalog.Connections;
using Kelvin.Catalog.Reading;
using Kelvin.Formulas;
using Kelvin.Language;

namespace Kelvin.Catalog.Checking;

/// <summary>Checks what datasets take from connections. A wrong feed takes down itself; the rows that are there can still be asked.</summary>
internal sealed class FeedChecker(IReadOnlyDictionary<string, ConnectionDraft> connections, FaultyNames faulty, IssueList issues)
{
    private static readonly (string Part, ValueKind Kind)[] SeriesParts =
    [
        ("time", ValueKind.Timestamp), ("value", ValueKind.Number), ("increase", ValueKind.Number), ("name", ValueKind.Text), ("kind", ValueKind.Text),
        ("unit", ValueKind.Text), ("labels", ValueKind.Text),
    ];

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
        if (selection is FeedSelection.Series)
            CheckSeries(dataset, feed, mode);
        if (feed.Cursor is { } cursor && mode == FeedMode.Replace)
            issues.Add(cursor.Place, "catalog.feed-cursor-replace");
        else if (feed.Cursor is { } odd && selection is not (FeedSelection.Table or FeedSelection.Query))
            issues.Add(odd.Place, "catalog.feed-cursor-path");
        return issues.Errors > before ? null : new(feed.Connection.Text, selection, mode) { Schedule = feed.Schedule, Cursor = feed.Cursor is { } column ? InSource(dataset, column.Text) : null };
    }

    /// <summary>Samples are added to those that are there, and a dataset has to have room for a moment and a value.</summary>
    private void CheckSeries(DatasetDraft dataset, FeedDraft feed, FeedMode mode)
    {
        if (mode == FeedMode.Replace)
            issues.Add(feed.Place, "catalog.feed-series-replace", ("dataset", dataset.Name));
        var sources = dataset.Columns.Where(column => column.Type is not null).ToDictionary(column => InSource(dataset, column.Name), column => column.Type!.Type.Kind);
        foreach (var (part, kind) in SeriesParts)
            if (sources.TryGetValue(part, out var found) ? found != kind : part is "time" or "value")
                issues.Add(feed.Place, "catalog.feed-series-column", ("dataset", dataset.Name), ("column", part));
        if (sources.ContainsKey("increase"))
            foreach (var lacking in new[] { "name", "labels" }.Where(part => !sources.ContainsKey(part)))
                issues.Add(feed.Place, "catalog.feed-series-increase", ("dataset", dataset.Name), ("column", lacking));
    }

    private FeedSelection Selection(FeedDraft feed, FeedSelection written, ConnectionTarget target)
    {
        var takesRows = target is ConnectionTarget.Server or ConnectionTarget.File;
        if (takesRows == written is FeedSelection.Files)
            issues.Add(feed.Place, takesRows ? "catalog.feed-takes-table" : "catalog.feed-takes-path", ("connection", feed.Connection.Text));
        if (target is ConnectionTarget.Web { GivesSeries: true } && feed.Items is null && feed.PagesPlace is null && written is FeedSelection.Files { Pattern: var series })
            return new FeedSelection.Series(series, feed.Series.IsEmpty ? null : string.Join(", ", feed.Series.Select(name => name.Text)));
        if (feed.Series is [var first, ..])
            issues.Add(first.Place, "catalog.feed-series", ("connection", feed.Connection.Text));
        if (target is ConnectionTarget.Web { GivesSeries: false } && written is FeedSelection.Files { Pattern: var path })
            return new FeedSelection.Address(path, feed.Items?.Text, feed.Pages);
        if (feed.Items is not null || feed.PagesPlace is not null)
            issues.Add(feed.PagesPlace ?? feed.Items!.Place, "catalog.feed-pages", ("connection", feed.Connection.Text));
        return written;
    }

    /// <summary>All anew where nothing says what is new; else what is new takes the place of what it changes, where keys can tell.</summary>
    private static FeedMode Usual(DatasetDraft dataset, FeedDraft feed, FeedSelection selection) =>
        feed.Cursor is null && selection is not (FeedSelection.Files or FeedSelection.Series) ? FeedMode.Replace
        : dataset.Key.IsEmpty ? FeedMode.Append : FeedMode.Upsert;

    private static string InSource(DatasetDraft dataset, string column) =>
        dataset.Source is DatasetSource.Files { Format.Names: var names } ? names.GetValueOrDefault(column, column) : column;
}
