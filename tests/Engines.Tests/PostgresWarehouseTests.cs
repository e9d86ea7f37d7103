using System.Collections.Immutable;
using Kelvin.Catalog;
using Kelvin.Compiler.Frames;
using Kelvin.Engines.Postgres;
using Kelvin.Language;
using Kelvin.Queries.Warehouse;
using Kelvin.Sql;
using Kelvin.Sql.Tree;
using static Engines.Tests.Scratch;

namespace Engines.Tests;

/// <summary>What holds of PostgreSQL alone: a server that others use too, and its own ways with names, text and numbers.</summary>
public sealed class PostgresWarehouseTests() : EngineTests(TestEngine.Postgres)
{
    private static readonly Dataset Orders = Dataset("orders", Text("id"), Money("amount"), Date("day")) with { Key = ["id"], Time = "day" };
    private const string TwoOrders = "id,amount,day\na,1,2025-01-01\nb,2,2025-01-31\n";

    [Theory]
    [InlineData("INSERT INTO orders VALUES ('c', 1, '2025-01-01') RETURNING id")]
    [InlineData("WITH gone AS (DELETE FROM orders RETURNING id) SELECT id FROM gone")]
    [InlineData("CREATE TABLE more AS SELECT id FROM orders")]
    [InlineData("SET default_transaction_read_only = off; DROP TABLE orders")]
    public async Task A_question_changes_nothing(string statement)
    {
        await using var scratch = await OpenAsync(Orders);
        await scratch.LoadAsync(Orders, TwoOrders);
        await Assert.ThrowsAsync<WarehouseException>(() => scratch.QueryAsync(new SqlText(statement, []), new ResultColumn("id", ResultKind.Text)));
        Assert.Equal(["2"], await scratch.RowsAsync("SELECT count(*) AS n FROM orders", "n"));
    }

    [Fact]
    public async Task Programs_that_share_a_schema_see_each_others_rows()
    {
        await using var scratch = await OpenAsync();
        await using var first = await PostgresWarehouse.OpenTemporaryAsync(TestEngine.PostgresSettings(scratch.Folder), default);
        await first.PrepareAsync(CatalogOf(Orders), default);
        var schema = (await first.QueryAsync(new SqlText("SELECT current_schema() AS s", []), [new ResultColumn("s", ResultKind.Text)], default))["s"][0];
        await using var second = await PostgresWarehouse.OpenAsync(TestEngine.PostgresSettings(scratch.Folder) with { Schema = (string)schema! }, default);
        await Task.WhenAll(first.PrepareAsync(CatalogOf(Orders), default), second.PrepareAsync(CatalogOf(Orders), default));
        var file = scratch.Write("orders.csv", TwoOrders);
        await Task.WhenAll(
            first.LoadAsync(new LoadRequest(Orders, file, LoadMode.Append, TimeZoneInfo.Utc), null, default),
            second.LoadAsync(new LoadRequest(Orders, file, LoadMode.Append, TimeZoneInfo.Utc), null, default));
        Assert.Equal((2, 1), ((await first.StatesAsync(default))["orders"].Rows, (await second.StatesAsync(default))["orders"].DataVersion));
    }

    [Fact]
    public async Task Names_that_the_server_would_cut_stay_apart()
    {
        var stem = new string('å', 40);
        var wide = Dataset(stem + "s", Text(stem + "1"), Text(stem + "2"));
        await using var scratch = await OpenAsync(wide);
        await scratch.LoadAsync(wide, $"{stem}1,{stem}2\none,two\n");
        var select = new SqlSelect
        {
            Columns = [.. wide.Columns.Select(column => new SqlColumn(new SqlExpression.Column("w", column.Name), column.Name))],
            From = new SqlSource.Table(wide.Name, "w"),
        };
        var frame = await scratch.QueryAsync(
            SqlRenderer.Render(select, scratch.Warehouse.Dialect), [.. wide.Columns.Select(column => new ResultColumn(column.Name, ResultKind.Text))]);
        Assert.Equal(("one", "two"), (frame[stem + "1"][0], frame[stem + "2"][0]));
    }

    [Fact]
    public async Task Text_is_in_the_order_of_its_bytes_whatever_the_collation_of_the_database()
    {
        await using var scratch = await OpenAsync(Orders);
        await scratch.LoadAsync(Orders, "id,amount,day\nö,1,2025-01-01\nb,1,2025-01-01\nB,1,2025-01-01\nä,1,2025-01-01\nå,1,2025-01-01\n");
        Assert.Equal(["B", "b", "ä", "å", "ö"], await scratch.RowsAsync("SELECT id FROM orders ORDER BY id", "id"));
    }

    [Theory]
    [InlineData("0.1234567890123456789012345678", "0.1234567890123456789012345678")]
    [InlineData("1.50000000000000000000000000000000000", "1.5")]
    [InlineData("79228162514264337593543950335", "79228162514264337593543950335")]
    [InlineData("'NaN'::numeric", null)]
    [InlineData("1e-300::double precision", "0")]
    public async Task An_exact_number_is_kept_digit_by_digit(string written, string? expected)
    {
        await using var scratch = await OpenAsync();
        var found = (await scratch.QueryAsync(new SqlText($"SELECT {written} AS n", []), new ResultColumn("n", ResultKind.Decimal)))["n"][0];
        Assert.Equal(expected, found is decimal number ? number.ToString(System.Globalization.CultureInfo.InvariantCulture) : null);
    }

    [Theory]
    [InlineData("79228162514264337593543950336")]
    [InlineData("1.00000000000000000000000000000000001")]
    [InlineData("99999999999999999999.0000000001")]
    public async Task A_number_of_more_digits_than_can_be_kept_is_an_error_and_never_rounded(string written)
    {
        await using var scratch = await OpenAsync();
        await Assert.ThrowsAsync<WarehouseException>(() => scratch.QueryAsync(new SqlText($"SELECT {written} AS n", []), new ResultColumn("n", ResultKind.Decimal)));
    }

    [Fact]
    public async Task The_last_day_of_9999_is_a_day_like_any_other()
    {
        var last = new DateOnly(9999, 12, 31);
        await using var scratch = await OpenAsync(Orders);
        await scratch.Warehouse.AddAsync(Orders, new Frame(
            [new FrameColumn<string>("id", ["a"]), new FrameColumn<decimal>("amount", [1m]), new FrameColumn<DateOnly>("day", [last])]), default);
        var frame = await scratch.QueryAsync(new SqlText("SELECT day, day - 1 AS before FROM orders", []),
            new ResultColumn("day", ResultKind.Date), new ResultColumn("before", ResultKind.Date));
        Assert.Equal((last, last.AddDays(-1)), (frame["day"][0], frame["before"][0]));
    }

    [Fact]
    public async Task A_character_that_cannot_be_kept_refuses_the_rows_with_it()
    {
        await using var scratch = await OpenAsync(Orders);
        var appended = await scratch.Warehouse.AddAsync(Orders, new Frame(
            [new FrameColumn<string>("id", ["a\0b"]), new FrameColumn<decimal>("amount", [1m]), new FrameColumn<DateOnly>("day", [new(2025, 1, 1)])]), default);
        Assert.Equal("rows.null-character", Assert.Single(appended.Issues).Code);
        // Far into the file, where nobody has looked for what is not text.
        var rows = string.Concat(Enumerable.Range(0, 5_000).Select(number => $"r{number},1,2025-01-31\n"));
        var report = await scratch.LoadAsync(Orders, $"id,amount,day\n{rows}a\0b,1,2025-01-31\n");
        Assert.Equal("import.null-character", Assert.Single(report.Rejections).Reason.Code);
        Assert.Equal(5_000, report.Accepted);
    }

    [Fact]
    public async Task A_query_stops_soon_after_it_is_cancelled()
    {
        await using var scratch = await OpenAsync();
        using var cancellation = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        var running = scratch.Warehouse.QueryAsync(new SqlText("SELECT 'x' AS n, pg_sleep(60)", []), [new ResultColumn("n", ResultKind.Text)], cancellation.Token);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running.WaitAsync(TimeSpan.FromSeconds(20)));
    }

    [Fact]
    public async Task A_question_that_takes_too_long_is_given_up_in_words()
    {
        await using var scratch = await OpenAsync();
        await using var impatient = await PostgresWarehouse.OpenTemporaryAsync(
            TestEngine.PostgresSettings(scratch.Folder) with { LongestQuestion = TimeSpan.FromSeconds(1) }, default);
        var failure = await Assert.ThrowsAsync<WarehouseException>(() =>
            impatient.QueryAsync(new SqlText("SELECT 'x' AS n FROM pg_sleep(60)", []), [new ResultColumn("n", ResultKind.Text)], default));
        Assert.Equal("engine.took-too-long", failure.Issue!.Code);
    }

    [Fact]
    public async Task A_number_too_large_for_the_server_is_told_in_words()
    {
        await using var scratch = await OpenAsync();
        var failure = await Assert.ThrowsAsync<WarehouseException>(() =>
            scratch.QueryAsync(new SqlText("SELECT $1 * $1 AS n", [1e300]), new ResultColumn("n", ResultKind.Double)));
        Assert.Equal("engine.number-out-of-range", failure.Issue!.Code);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_told_without_its_password()
    {
        var settings = new PostgresSettings("Host=127.0.0.1;Port=1;Username=me;Password=secret;Database=numbers;Timeout=5");
        var failure = await Assert.ThrowsAsync<WarehouseException>(() => PostgresWarehouse.OpenAsync(settings, default));
        Assert.Equal(("engine.cannot-reach", "127.0.0.1:1", "numbers"),
            (failure.Issue!.Code, failure.Issue.Arguments["server"], failure.Issue.Arguments["database"]));
        Assert.DoesNotContain("secret", failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_connection_string_that_cannot_be_read_is_told_without_it()
    {
        var failure = await Assert.ThrowsAsync<WarehouseException>(() => PostgresWarehouse.OpenAsync(new PostgresSettings("Hots=x;Password=secret"), default));
        Assert.Equal("engine.connection-unreadable", failure.Issue!.Code);
        Assert.DoesNotContain("secret", failure.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("drop table orders", "engine.query-not-select")]
    [InlineData("", "engine.query-not-select")]
    [InlineData("select 1 as x; select 2 as x", "engine.query-unreadable")]
    [InlineData("select 1 as x) as q where $1; drop table orders; --", "engine.query-unreadable")]
    [InlineData("with gone as (delete from orders returning id) select id as x from gone", "engine.query-unreadable")]
    [InlineData("select * from order", "engine.query-unreadable")]
    [InlineData("select id as x from ordrs", "engine.query-unknown-dataset")]
    [InlineData("select rolname as x from pg_authid", "engine.query-unknown-dataset")]
    [InlineData("select id as x from orders where exists (select 1 from pg_catalog.pg_shadow)", "engine.query-unknown-dataset")]
    [InlineData("select pg_read_file('/etc/passwd') as x", "engine.query-reads-outside")]
    [InlineData("select x from pg_ls_dir('/') as x", "engine.query-reads-outside")]
    [InlineData("select current_setting('data_directory') as x", "engine.query-reads-outside")]
    [InlineData("select query_to_xml('select 1', true, true, '')::text as x", "engine.query-reads-outside")]
    [InlineData("select amount from orders", "engine.query-lacks-column")]
    [InlineData("select nothing as x from orders", "engine.query-unreadable")]
    [InlineData("select x from bad", "engine.query-source-faulty")]
    public async Task A_query_that_cannot_be_used_is_an_issue_and_the_rest_stands(string sql, string code)
    {
        var bad = Dataset("bad", Text("x")) with { Source = new DatasetSource.Query(sql) };
        await using var scratch = await OpenAsync(Orders);
        await scratch.LoadAsync(Orders, TwoOrders);
        var issue = Assert.Single(await scratch.PrepareAsync(Orders, bad));
        Assert.Equal(code, issue.Code);
        Assert.NotEqual(issue.Message(Tongue.English), issue.Message(Tongue.Swedish));
        Assert.Equal(["2"], await scratch.RowsAsync("SELECT count(*) AS n FROM orders", "n"));
        Assert.Equal(["orders"], (await scratch.Warehouse.StatesAsync(default)).Keys);
    }

    [Fact]
    public async Task A_table_that_a_query_reads_may_change()
    {
        var totals = Dataset("totals", Money("total")) with { Source = new DatasetSource.Query("select sum(amount) as total from orders") };
        await using var scratch = await OpenAsync(Orders, totals);
        await scratch.LoadAsync(Orders, TwoOrders);
        Assert.Single(await scratch.PrepareAsync(Orders with { Columns = [Text("id"), Money("amount", decimals: 9), Date("day")] }, totals));
        Assert.Equal(["∅"], await scratch.RowsAsync("SELECT total FROM totals", "total"));
    }

    [Fact]
    public async Task What_only_begins_as_parquet_is_an_issue()
    {
        await using var scratch = await OpenAsync(Orders);
        var report = await scratch.TryLoadAsync(Orders, scratch.Write("f.parquet", "PAR1 and then more"));
        Assert.Equal("import.broken-parquet", Assert.Single(report.Issues).Code);
    }

    private static MetricCatalog CatalogOf(params Dataset[] datasets) =>
        MetricCatalog.Empty with { Datasets = datasets.ToImmutableSortedDictionary(dataset => dataset.Name, dataset => dataset) };
}
