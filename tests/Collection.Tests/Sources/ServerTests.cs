using Kelvin.Collection.Sources.Runs;

namespace Collection.Tests.Sources;

/// <summary>PostgreSQL and MariaDB as sources, on real servers.</summary>
public sealed class ServerTests
{
    private const string Columns = """
        key: id
        time: changed
        columns:
          id: integer
          name: text?
          amount: number with 4 decimals?
          is_gift: boolean?
          day: date?
          changed: timestamp
          local: timestamp?
        """;

    public static TheoryData<string> Kinds => ["postgres", "mysql"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Values_of_every_type_arrive_as_they_are(string kind)
    {
        await using var server = await TestServer.OpenAsync(kind);
        await server.RunAsync($"CREATE TABLE {server.Table} (id bigint PRIMARY KEY, name varchar(100), amount decimal(18,4), is_gift boolean, day date, changed {server.Instant}, local {server.Local})");
        await server.RunAsync($"INSERT INTO {server.Table} VALUES (1, 'Åsa; \"ö\"', 12.3400, true, '2026-02-28', '2026-03-02 07:15:30.123456{server.Utc}', '2026-03-02 08:15:30'), (2, NULL, NULL, NULL, NULL, '2026-03-02 08:00:00{server.Utc}', NULL)");
        await using var workspace = await FedWorkspace.OpenAsync($"{server.Definition}\n---\ndataset: orders\nsource: {{ connection: erp, table: {server.TableName} }}\n{Columns}");
        await workspace.Secrets.SetAsync("erp_password", server.Password, CancellationToken.None);
        Assert.Null(await workspace.Connections.TryAsync(workspace.Current, "erp", CancellationToken.None));
        var run = await workspace.SyncWellAsync("orders");
        Assert.Equal((2, 0), (run.Added, run.Rejected));
        // A moment without a zone is read in the workspace's.
        Assert.Equal(
            "1|Åsa; \"ö\"|12.3400|true|2026-02-28|2026-03-02 07:15:30.123456|2026-03-02 07:15:30 | 2|-|-|-|-|2026-03-02 08:00:00|-",
            await workspace.RowsAsync("orders", "id || '|' || coalesce(name, '-') || '|' || coalesce(amount::varchar, '-') || '|' || coalesce(is_gift::varchar, '-') || '|' || coalesce(day::varchar, '-') || '|' || changed::varchar || '|' || coalesce(local::varchar, '-')"));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_cursor_in_time_keeps_every_digit(string kind)
    {
        await using var server = await TestServer.OpenAsync(kind);
        await server.RunAsync($"CREATE TABLE {server.Table} (id bigint PRIMARY KEY, name varchar(100), changed {server.Instant})");
        await server.RunAsync($"INSERT INTO {server.Table} VALUES (1, 'a', '2026-03-02 07:15:30.123456{server.Utc}'), (2, 'b', '2026-03-02 07:15:30.123457{server.Utc}')");
        await using var workspace = await FedWorkspace.OpenAsync($"{server.Definition}\n---\ndataset: orders\nsource: {{ connection: erp, table: {server.TableName}, cursor: changed }}\n{Columns}");
        await workspace.Secrets.SetAsync("erp_password", server.Password, CancellationToken.None);
        Assert.Equal(2, (await workspace.SyncWellAsync("orders")).Accepted);
        await server.RunAsync($"INSERT INTO {server.Table} VALUES (3, 'c', '2026-03-02 07:15:30.123458{server.Utc}')");
        var next = await workspace.SyncWellAsync("orders");
        // The row at the last value comes again and changes nothing; the one a microsecond before it does not.
        Assert.Equal((2, 1), (next.Accepted, next.Added));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Names_are_names_whatever_they_hold(string kind)
    {
        await using var server = await TestServer.OpenAsync(kind);
        var odd = kind == "mysql" ? "a `b\" --" : "a `b\" --";
        await server.RunAsync($"CREATE TABLE {server.Table} ({server.Quote(odd)} bigint, changed {server.Instant})");
        await server.RunAsync($"INSERT INTO {server.Table} VALUES (7, '2026-03-02 07:15:30{server.Utc}')");
        await using var workspace = await FedWorkspace.OpenAsync(
            $"{server.Definition}\n---\ndataset: orders\nsource: {{ connection: erp, table: {server.TableName}, names: {{ id: '{odd}' }} }}\n{Columns}");
        await workspace.Secrets.SetAsync("erp_password", server.Password, CancellationToken.None);
        await workspace.SyncWellAsync("orders");
        Assert.Equal("7", await workspace.RowsAsync("orders", "id"));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Nothing_can_be_written_at_the_source(string kind)
    {
        await using var server = await TestServer.OpenAsync(kind);
        await server.RunAsync($"CREATE TABLE {server.Table} (id bigint PRIMARY KEY, changed {server.Instant})");
        await server.RunAsync(kind == "postgres"
            ? $"CREATE FUNCTION {server.Table}_f() RETURNS bigint LANGUAGE sql VOLATILE AS 'INSERT INTO {server.Table} VALUES (1, now()) RETURNING id'"
            : $"CREATE FUNCTION {server.Table}_f() RETURNS bigint MODIFIES SQL DATA BEGIN INSERT INTO {server.Table} VALUES (1, now()); RETURN 1; END");
        await using var workspace = await FedWorkspace.OpenAsync(
            $"{server.Definition}\n---\ndataset: orders\nsource:\n  connection: erp\n  query: select {server.Table}_f() as id, {(kind == "postgres" ? "now()" : "now(6)")} as changed\n{Columns}");
        await workspace.Secrets.SetAsync("erp_password", server.Password, CancellationToken.None);
        await workspace.SyncBadlyAsync("orders", "sync.refused");
        Assert.Equal(0L, Convert.ToInt64(await server.ScalarAsync($"SELECT count(*) FROM {server.Table}"), System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_type_that_the_column_cannot_hold_any_more_is_named_and_nothing_is_fetched(string kind)
    {
        await using var server = await TestServer.OpenAsync(kind);
        await server.RunAsync($"CREATE TABLE {server.Table} (id bigint PRIMARY KEY, amount decimal(18,4), changed {server.Instant})");
        await server.RunAsync($"INSERT INTO {server.Table} VALUES (1, 5, '2026-03-02 07:15:30{server.Utc}')");
        await using var workspace = await FedWorkspace.OpenAsync($"{server.Definition}\n---\ndataset: orders\nsource: {{ connection: erp, table: {server.TableName} }}\n{Columns}");
        await workspace.Secrets.SetAsync("erp_password", server.Password, CancellationToken.None);
        await workspace.SyncWellAsync("orders");
        await server.RunAsync($"ALTER TABLE {server.Table} DROP COLUMN amount");
        await server.RunAsync($"ALTER TABLE {server.Table} ADD COLUMN amount date");
        var issue = await workspace.SyncBadlyAsync("orders", "sync.column-retyped");
        Assert.Equal("amount", issue.Arguments["column"]);
        Assert.Equal("5.0000", await workspace.RowsAsync("orders", "amount"));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_column_without_an_order_cannot_be_a_cursor(string kind)
    {
        await using var server = await TestServer.OpenAsync(kind);
        await server.RunAsync($"CREATE TABLE {server.Table} (id bigint PRIMARY KEY, raw {(kind == "postgres" ? "bytea" : "blob")}, changed {server.Instant})");
        await using var workspace = await FedWorkspace.OpenAsync($"{server.Definition}\n---\ndataset: orders\nsource: {{ connection: erp, table: {server.TableName}, cursor: raw }}\n{Columns}");
        await workspace.Secrets.SetAsync("erp_password", server.Password, CancellationToken.None);
        await workspace.SyncBadlyAsync("orders", "sync.cursor-kind");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_wrong_password_is_no_matter_of_waiting(string kind)
    {
        await using var server = await TestServer.OpenAsync(kind);
        await using var workspace = await FedWorkspace.OpenAsync($"{server.Definition}\n---\ndataset: orders\nsource: {{ connection: erp, table: {server.TableName} }}\n{Columns}");
        workspace.Settings = workspace.Settings with { Retries = 3, FirstPause = TimeSpan.Zero };
        await workspace.SyncBadlyAsync("orders", "collection.secret-unknown");
        await workspace.Secrets.SetAsync("erp_password", "wrong", CancellationToken.None);
        var run = await workspace.SyncAsync("orders");
        Assert.Equal((SyncOutcome.Failed, 1, "sync.refused"), (run.Outcome, run.Attempts, run.Issues[0].Code));
        Assert.Equal("sync.refused", (await workspace.Connections.TryAsync(workspace.Current, "erp", CancellationToken.None))?.Code);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_server_that_cuts_the_connection_leaves_nothing_half_and_the_next_run_goes_on(string kind)
    {
        await using var server = await TestServer.OpenAsync(kind);
        await server.RunAsync($"CREATE TABLE {server.Table} (id bigint PRIMARY KEY, name varchar(2000), changed {server.Instant})");
        await server.FillAsync(rows: 30_000);
        await using var workspace = await FedWorkspace.OpenAsync($"{server.Definition}\n---\ndataset: orders\nsource: {{ connection: erp, table: {server.TableName}, cursor: id }}\n{Columns}");
        await workspace.Secrets.SetAsync("erp_password", server.Password, CancellationToken.None);
        workspace.Settings = workspace.Settings with { RowsAPart = 9_000 };
        // As soon as the first part is durable, the server ends whoever reads.
        var cut = new CuttingWarehouse(workspace.Real, server.CutAsync);
        workspace.Warehouse = cut;
        await workspace.SyncBadlyAsync("orders", "sync.out-of-reach");
        var load = Assert.Single(await workspace.LoadsAsync("orders"));
        Assert.Equal(9_000, load.Added);
        workspace.Warehouse = workspace.Real;
        var run = await workspace.SyncWellAsync("orders");
        Assert.Equal(("9000", "30000", 21_000), (run.CursorBefore, run.CursorAfter, run.Added));
        Assert.Equal("30000", await workspace.RowsAsync("orders", "count(*)"));
    }
}
