using Kelvin.Collection.Sources.Runs;
using Kelvin.Queries.Warehouse;

namespace Collection.Tests.Sources;

public sealed class SqliteTests
{
    private const string Whole = SqliteSource.Connection + "dataset: orders\nsource: { connection: shop, table: orders }\n" + SqliteSource.Columns;
    private const string ByCursor = SqliteSource.Connection + "dataset: orders\nsource: { connection: shop, table: orders, cursor: changed }\n" + SqliteSource.Columns;

    private const string Table = """
        CREATE TABLE orders (id INTEGER PRIMARY KEY, name TEXT, amount REAL, day TEXT, changed INTEGER);
        INSERT INTO orders VALUES (1, 'one, "quoted"', 1.10, '2026-01-01', 10), (2, ' padded ', 2, '2026-01-02', 20), (3, NULL, NULL, NULL, 20);
        """;

    [Fact]
    public async Task All_rows_of_a_table_are_there_as_one_version_and_fetching_them_again_makes_none()
    {
        await using var workspace = await FedWorkspace.OpenAsync(Whole);
        new SqliteSource(workspace.Folder).Run(Table);
        var run = await workspace.SyncWellAsync("orders");
        Assert.Equal((3, 3, 0), (run.Accepted, run.Added, run.Rejected));
        Assert.Equal("1one, \"quoted\"1.102026-01-01 | 2 padded 2.002026-01-02 | 3---", await workspace.RowsAsync("orders", "id || coalesce(name, '-') || coalesce(amount::varchar, '-') || coalesce(day::varchar, '-')"));
        var load = Assert.Single(await workspace.LoadsAsync("orders"));
        Assert.Equal((LoadKind.Sync, "shop"), (load.Kind, load.Source));
        var again = await workspace.SyncWellAsync("orders");
        Assert.Equal((3, 0, 0, 0), (again.Accepted, again.Added, again.Replaced, again.Removed));
        Assert.Single(await workspace.LoadsAsync("orders"));
    }

    [Fact]
    public async Task Rows_that_are_gone_at_the_source_leave_and_those_that_changed_are_replaced()
    {
        await using var workspace = await FedWorkspace.OpenAsync(Whole);
        var source = new SqliteSource(workspace.Folder);
        source.Run(Table);
        await workspace.SyncWellAsync("orders");
        source.Run("DELETE FROM orders WHERE id = 1; UPDATE orders SET name = 'new' WHERE id = 2; INSERT INTO orders VALUES (4, 'four', 4, NULL, 1)");
        var run = await workspace.SyncWellAsync("orders");
        Assert.Equal((1, 1, 1), (run.Added, run.Replaced, run.Removed));
        Assert.Equal("2new | 3- | 4four", await workspace.RowsAsync("orders", "id || coalesce(name, '-')"));
        source.Run("DELETE FROM orders");
        Assert.Equal(3, (await workspace.SyncWellAsync("orders")).Removed);
        Assert.Equal("", await workspace.RowsAsync("orders", "id"));
    }

    [Fact]
    public async Task With_a_cursor_only_rows_from_its_last_value_on_are_fetched()
    {
        await using var workspace = await FedWorkspace.OpenAsync(ByCursor);
        var source = new SqliteSource(workspace.Folder);
        source.Run(Table);
        var first = await workspace.SyncWellAsync("orders");
        Assert.Equal((null, "20", 3), (first.CursorBefore, first.CursorAfter, first.Added));
        // One at the last value that was not there yet, one after it, and one before it, which nobody promised to see.
        source.Run("INSERT INTO orders VALUES (4, 'late', 4, NULL, 20), (5, 'new', 5, NULL, 30), (6, 'unseen', 5, NULL, 5)");
        var next = await workspace.SyncWellAsync("orders");
        Assert.Equal(("20", "30", 4, 2), (next.CursorBefore, next.CursorAfter, next.Accepted, next.Added));
        var idle = await workspace.SyncWellAsync("orders");
        Assert.Equal(("30", "30", 0), (idle.CursorBefore, idle.CursorAfter, idle.Added));
        Assert.Equal(2, (await workspace.LoadsAsync("orders")).Length);
        Assert.Equal(6, (await workspace.SyncAsync("orders", anew: true)).Accepted);
    }

    [Fact]
    public async Task Parts_are_cut_where_the_cursor_changes_so_that_none_misses_rows()
    {
        await using var workspace = await FedWorkspace.OpenAsync(ByCursor);
        workspace.Settings = workspace.Settings with { RowsAPart = 2 };
        new SqliteSource(workspace.Folder).Run("""
            CREATE TABLE orders (id INTEGER PRIMARY KEY, name TEXT, amount REAL, day TEXT, changed INTEGER);
            WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 19) INSERT INTO orders SELECT i, 'n' || i, i, NULL, i / 5 FROM n;
            """);
        var run = await workspace.SyncWellAsync("orders");
        Assert.Equal((20, "3"), (run.Added, run.CursorAfter));
        Assert.Equal([5L, 5L, 5L, 5L], (await workspace.LoadsAsync("orders")).Select(load => load.Added));
    }

    [Fact]
    public async Task A_query_is_one_select_and_can_write_nothing()
    {
        await using var workspace = await FedWorkspace.OpenAsync(SqliteSource.Connection
            + "dataset: orders\nsource:\n  connection: shop\n  query: |\n    select id, upper(name) as name, amount, day from orders where id < 3 -- the first two\n" + SqliteSource.Columns);
        new SqliteSource(workspace.Folder).Run(Table);
        await workspace.SyncWellAsync("orders");
        Assert.Equal("1ONE, \"QUOTED\" | 2 PADDED ", await workspace.RowsAsync("orders", "id || name"));
    }

    [Fact]
    public async Task A_column_that_goes_is_named_and_one_that_comes_is_mentioned()
    {
        await using var workspace = await FedWorkspace.OpenAsync(Whole);
        var source = new SqliteSource(workspace.Folder);
        source.Run(Table);
        await workspace.SyncWellAsync("orders");
        source.Run("ALTER TABLE orders ADD COLUMN colour TEXT");
        var run = await workspace.SyncWellAsync("orders");
        Assert.Equal("sync.columns-new", Assert.Single(run.Issues).Code);
        Assert.Contains("colour", run.Issues[0].ToString(), StringComparison.Ordinal);
        source.Run("ALTER TABLE orders RENAME COLUMN amount TO amounts");
        var gone = await workspace.SyncBadlyAsync("orders", "sync.column-gone");
        Assert.Equal(("amount", "amounts"), (gone.Arguments["column"], gone.Arguments["nearest"]));
        Assert.Equal("1 | 2 | 3", await workspace.RowsAsync("orders", "id"));
        await workspace.DefineAsync(Whole.Replace("table: orders }", "table: orders, names: { amount: amounts } }", StringComparison.Ordinal));
        await workspace.SyncWellAsync("orders");
    }

    [Fact]
    public async Task Rows_that_the_columns_cannot_hold_are_refused_by_themselves_and_all_of_them_fail_the_run()
    {
        await using var workspace = await FedWorkspace.OpenAsync(ByCursor);
        var source = new SqliteSource(workspace.Folder);
        source.Run(Table + "INSERT INTO orders VALUES (7, 'odd', 'not a number', NULL, 25)");
        var run = await workspace.SyncWellAsync("orders");
        Assert.Equal((3, 1, "25"), (run.Accepted, run.Rejected, run.CursorAfter));
        Assert.Equal("import.not-a-number", Assert.Single(run.Issues).Code);
        source.Run("INSERT INTO orders VALUES (8, 'odd', 'nor this', NULL, 30), (9, 'odd', 'nor that', NULL, 31); DELETE FROM orders WHERE id = 7");
        Assert.Equal(2L, Assert.IsType<long>((await workspace.SyncBadlyAsync("orders", "sync.all-rejected")).Arguments["rows"]));
        source.Run("UPDATE orders SET amount = 1 WHERE id > 7");
        Assert.Equal(("25", 2), ((await workspace.SyncWellAsync("orders")) is var mended ? (mended.CursorBefore, mended.Added) : default));
    }

    [Fact]
    public async Task A_table_that_is_not_there_is_an_issue_and_the_rows_stay()
    {
        await using var workspace = await FedWorkspace.OpenAsync(Whole);
        var source = new SqliteSource(workspace.Folder);
        source.Run(Table);
        await workspace.SyncWellAsync("orders");
        source.Run("DROP TABLE orders");
        await workspace.SyncBadlyAsync("orders", "sync.refused");
        Assert.Equal("1 | 2 | 3", await workspace.RowsAsync("orders", "id"));
        Assert.Equal([SyncOutcome.Failed, SyncOutcome.Done], (await workspace.History.RunsAsync("orders", 10, CancellationToken.None)).Select(run => run.Outcome));
    }

    [Fact]
    public async Task A_dataset_that_nothing_feeds_is_refused_with_those_that_something_does()
    {
        await using var workspace = await FedWorkspace.OpenAsync(Whole + "\n---\ndataset: plain\ncolumns: { a: text }");
        foreach (var (name, code) in new[] { ("plain", "sync.no-feed"), ("ordres", "sync.unknown-dataset") })
            Assert.Equal(code, Assert.Single((await workspace.Syncing.RunAsync(name, anew: false, null, CancellationToken.None)).Issues).Code);
        Assert.Empty(await workspace.History.RunsAsync(null, 10, CancellationToken.None));
    }
}
