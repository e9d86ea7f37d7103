using System.Collections.Immutable;
using Kelvin.Catalog;
using Kelvin.Catalog.Connections;
using Kelvin.Collection.Sources.Runs;
using Kelvin.Collection.Sources.Spooling;
using Kelvin.Compiler.Frames;
using Kelvin.Language;
using Kelvin.Queries.Warehouse;

namespace Kelvin.Collection.Sources;

/// <summary>
/// Makes fetched rows durable, and remembers how far they go only then. Before each part it writes down which one begins: when the
/// process dies between the rows and the remembering, the book of loads tells whether the part is there.
/// </summary>
internal sealed class PartLoading(IWarehouse warehouse, SyncHistory history, Dataset dataset, TimeZoneInfo workspaceZone, SyncRun run, SyncPosition position)
{
    private const int Remembered = 1_000;
    private int _part;

    /// <summary>How the dataset says that its files are written.</summary>
    public FileFormat Format { get; } = dataset.Source is DatasetSource.Files { Format: var format } ? format : FileFormat.Default;

    /// <summary>The zone of moments without one.</summary>
    public TimeZoneInfo Zone => Format.Zone is { } zone ? TimeZoneInfo.FindSystemTimeZoneById(zone) : workspaceZone;

    /// <summary>Finds out whether the part that was begun last is there.</summary>
    public async Task SettleAsync(CancellationToken cancellationToken)
    {
        if (position.BegunLoad is { } begun)
        {
            var loads = await warehouse.LoadsAsync(dataset.Name, Remembered, cancellationToken);
            if (loads.Any(load => load.Kind == LoadKind.Sync && load.Reason == begun))
                position.Cursor = position.BegunCursor;
            (position.BegunLoad, position.BegunCursor) = (null, null);
            await history.SaveAsync(position, cancellationToken);
        }
        run.CursorAfter = CursorValue.Parse(position.Cursor)?.Text;
        if (run.Attempts == 1)
            run.CursorBefore = run.CursorAfter;
    }

    /// <summary>Loads a part of rows, which go as far as the cursor says.</summary>
    public async Task<ImmutableArray<Issue>> LoadRowsAsync(SpooledRows rows, CursorValue? cursor, CancellationToken cancellationToken)
    {
        if (rows.Count == 0)
            return Mode == LoadMode.Replace ? await EmptyAsync(cancellationToken) : [];
        var mark = FormattableString.Invariant($"sync {run.Id}.{run.Attempts}.{++_part}");
        (position.BegunLoad, position.BegunCursor) = (mark, cursor?.ToString());
        await history.SaveAsync(position, cancellationToken);
        var (issues, _) = await LoadAsync(rows.Path, SpooledRows.Format(Zone.Id), dataset.Feed!.Connection, mark, cancellationToken);
        var isThere = issues.All(issue => issue.Severity != Severity.Error);
        (position.BegunLoad, position.BegunCursor) = (null, null);
        if (isThere)
            position.Cursor = cursor?.ToString();
        run.CursorAfter = CursorValue.Parse(position.Cursor)?.Text;
        // The rows are durable: that must be remembered even when someone has just cancelled the run.
        await history.SaveAsync(position, CancellationToken.None);
        return issues;
    }

    /// <summary>Loads a file as it is.</summary>
    public Task<(ImmutableArray<Issue> Issues, long Rows)> LoadFileAsync(string path, string name, CancellationToken cancellationToken) =>
        LoadAsync(path, Format with { File = null }, $"{dataset.Feed!.Connection}: {name}", FormattableString.Invariant($"sync {run.Id}"), cancellationToken);

    private LoadMode Mode => dataset.Feed!.Mode switch
    {
        FeedMode.Append => LoadMode.Append,
        FeedMode.Upsert => LoadMode.Upsert,
        _ => LoadMode.Replace,
    };

    private async Task<(ImmutableArray<Issue> Issues, long Rows)> LoadAsync(string path, FileFormat format, string source, string reason, CancellationToken cancellationToken)
    {
        var request = new LoadRequest(dataset, path, Mode, workspaceZone) { Format = format, Kind = LoadKind.Sync, Source = source, Reason = reason };
        var loaded = await warehouse.LoadAsync(request, null, cancellationToken);
        if (!loaded.IsSound)
            return (loaded.Issues, 0);
        var report = loaded.Value;
        if (report is { Accepted: 0, Rejected: > 0 })
            return ([Issue.At(dataset.Place, "sync.all-rejected", ("dataset", dataset.Name), ("rows", report.Rejected)),
                .. report.Rejections.Take(1).Select(rejection => rejection.Reason)], 0);
        run.Accepted += report.Accepted;
        run.Rejected += report.Rejected;
        Count(report.Load?.Added ?? 0, report.Load?.Replaced ?? 0, report.Load?.Removed ?? 0);
        return ([.. loaded.Issues, .. report.Rejections.Take(3).Select(rejection => rejection.Reason.AsWarning())], report.Accepted);
    }

    /// <summary>A source that has no rows any more: the dataset has none either.</summary>
    private async Task<ImmutableArray<Issue>> EmptyAsync(CancellationToken cancellationToken)
    {
        var nothing = new RowBatch(dataset, new Frame([], 0)) { Mode = LoadMode.Replace, Kind = LoadKind.Sync, Source = dataset.Feed!.Connection };
        var written = (await warehouse.WriteAsync([nothing], cancellationToken))[0];
        if (!written.IsSound)
            return written.Issues;
        Count(0, 0, written.Value.Removed);
        return [];
    }

    private void Count(long added, long replaced, long removed) =>
        (run.Added, run.Replaced, run.Removed) = (run.Added + added, run.Replaced + replaced, run.Removed + removed);
}
