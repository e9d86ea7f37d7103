using Kelvin.Collection.Sources;
using Kelvin.Collection.Sources.Runs;
using Kelvin.Language;

namespace Collection.Tests.Sources;

/// <summary>What happens to runs: processes that die, people who cancel, two at once.</summary>
public sealed class RunTests
{
    // Without a key, rows that came twice would stay twice.
    private const string Appending = SqliteSource.Connection + "dataset: log\nsource: { connection: shop, table: log, cursor: id, mode: append }\ncolumns: { id: integer, what: text }";
    private const string Rows = "CREATE TABLE log (id INTEGER, what TEXT); INSERT INTO log VALUES (1, 'same'), (2, 'same'), (3, 'same'), (4, 'same')";

    [Fact]
    public async Task A_process_that_dies_between_rows_and_remembering_them_brings_none_twice_and_loses_none()
    {
        await using var workspace = await FedWorkspace.OpenAsync(Appending);
        workspace.Settings = workspace.Settings with { RowsAPart = 2 };
        new SqliteSource(workspace.Folder).Run(Rows);
        for (var death = 1; death <= 2; death++)
        {
            // The rows are durable, and that they are is never written down.
            workspace.Warehouse = new CuttingWarehouse(workspace.Real, () => throw new InvalidOperationException("The process dies."));
            await Assert.ThrowsAsync<InvalidOperationException>(() => workspace.SyncAsync("log"));
            Assert.Equal(string.Join(" | ", Enumerable.Range(1, 2 * death)), await workspace.RowsAsync("log", "id"));
        }
        workspace.Warehouse = workspace.Real;
        var run = await workspace.SyncWellAsync("log");
        Assert.Equal((0, "4", "4"), (run.Accepted, run.CursorBefore, run.CursorAfter));
        Assert.Equal("1 | 2 | 3 | 4", await workspace.RowsAsync("log", "id"));
    }

    [Fact]
    public async Task A_load_that_fails_is_fetched_again_and_comes_once()
    {
        await using var workspace = await FedWorkspace.OpenAsync(Appending);
        new SqliteSource(workspace.Folder).Run(Rows);
        workspace.Warehouse = new FailingWarehouse(workspace.Real);
        Assert.Equal("No space left on device", (await workspace.SyncBadlyAsync("log", "sync.not-kept")).Arguments["reason"]);
        Assert.Empty(await workspace.LoadsAsync("log"));
        workspace.Warehouse = workspace.Real;
        Assert.Equal(4, (await workspace.SyncWellAsync("log")).Added);
    }

    [Fact]
    public async Task Two_runs_of_a_dataset_are_never_at_once_and_a_run_that_died_is_told_as_such()
    {
        await using var workspace = await FedWorkspace.OpenAsync(Appending);
        new SqliteSource(workspace.Folder).Run(Rows);
        var second = default(Checked<SyncRun>);
        workspace.Readers = [.. workspace.Readers.Select(reader => new MeanwhileReader(
            reader, () => second = workspace.Syncing.RunAsync("log", anew: false, null, CancellationToken.None).GetAwaiter().GetResult()))];
        await workspace.SyncWellAsync("log");
        Assert.Equal("sync.busy", Assert.Single(second!.Issues).Code);
        Assert.Single(await workspace.History.RunsAsync("log", 10, CancellationToken.None));
        // As one leaves it whose process was killed.
        await workspace.History.BeginAsync("log", workspace.Current.Datasets["log"].Feed!, CancellationToken.None);
        await workspace.SyncWellAsync("log");
        var runs = await workspace.History.RunsAsync("log", 10, CancellationToken.None);
        Assert.Equal([SyncOutcome.Done, SyncOutcome.Interrupted, SyncOutcome.Done], runs.Select(run => run.Outcome));
        Assert.Equal("sync.interrupted", Assert.Single(runs[1].Issues).Code);
        Assert.Equal("sync.resumes", Assert.Single(runs[0].Issues).Code);
    }

    [Fact]
    public async Task Whoever_cancels_a_run_keeps_what_was_durable_and_the_next_goes_on()
    {
        await using var workspace = await FedWorkspace.OpenAsync(Appending);
        workspace.Settings = workspace.Settings with { RowsAPart = 2 };
        new SqliteSource(workspace.Folder).Run(Rows);
        using var cancelling = new CancellationTokenSource();
        workspace.Warehouse = new CuttingWarehouse(workspace.Real, cancelling.CancelAsync);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => workspace.SyncAsync("log", cancellationToken: cancelling.Token));
        workspace.Warehouse = workspace.Real;
        Assert.Equal(SyncOutcome.Cancelled, (await workspace.History.RunsAsync("log", 1, CancellationToken.None))[0].Outcome);
        var next = await workspace.SyncWellAsync("log");
        Assert.Equal(("2", 2), (next.CursorBefore, next.Added));
        Assert.Equal(("sync.resumes", "2"), (Assert.Single(next.Issues).Code, next.Issues[0].Arguments["cursor"]));
        Assert.Empty((await workspace.SyncWellAsync("log")).Issues);
        Assert.Empty(Directory.EnumerateDirectories(workspace.Settings.Spool));
    }

    [Fact]
    public async Task A_limit_of_rows_stops_a_run_before_anything_is_kept()
    {
        await using var workspace = await FedWorkspace.OpenAsync(Appending.Replace(", cursor: id, mode: append", "", StringComparison.Ordinal));
        workspace.Settings = workspace.Settings with { MostRows = 3 };
        new SqliteSource(workspace.Folder).Run(Rows);
        await workspace.SyncBadlyAsync("log", "sync.too-many-rows");
        Assert.Equal("", await workspace.RowsAsync("log", "id"));
    }

    [Fact]
    public async Task Another_definition_begins_anew()
    {
        await using var workspace = await FedWorkspace.OpenAsync(Appending.Replace("cursor: id, mode: append", "cursor: id", StringComparison.Ordinal).Replace("dataset: log", "dataset: log\nkey: id", StringComparison.Ordinal));
        var source = new SqliteSource(workspace.Folder);
        source.Run(Rows);
        await workspace.SyncWellAsync("log");
        source.Run("CREATE TABLE log2 AS SELECT id, 'other' AS what FROM log");
        await workspace.DefineAsync(Appending.Replace("table: log, cursor: id, mode: append", "table: log2, cursor: id", StringComparison.Ordinal).Replace("dataset: log", "dataset: log\nkey: id", StringComparison.Ordinal));
        var run = await workspace.SyncWellAsync("log");
        Assert.Equal((null, 4), (run.CursorBefore, run.Replaced));
    }

    [Fact]
    public void Cursor_values_are_kept_as_they_are() => Assert.All(
        new object[] { 7L, 12.50m, 0.1, "a: b", new DateOnly(2026, 3, 2), new DateTime(639_000_000_000_000_001, DateTimeKind.Utc), new DateTime(639_000_000_000_000_001), DateTimeOffset.UnixEpoch.AddTicks(1) },
        value =>
        {
            var kept = CursorValue.Parse(new CursorValue(value).ToString())!.Value;
            Assert.Equal(value, kept);
            Assert.Equal(value is DateTime moment ? moment.Kind : default, kept is DateTime back ? back.Kind : default);
        });
}
