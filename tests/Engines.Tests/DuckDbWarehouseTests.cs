using System.Collections.Immutable;
using Kelvin.Catalog;
using Kelvin.Engines.DuckDb;
using Kelvin.Language;
using Kelvin.Queries.Warehouse;
using Kelvin.Sql;
using static Engines.Tests.Scratch;

namespace Engines.Tests;

/// <summary>What holds of DuckDB alone: its folder, its locks, its own way of reading a person's query.</summary>
public sealed class DuckDbWarehouseTests
{
    private static readonly Dataset Orders = Dataset("orders", Text("id"), Money("amount"), Date("day")) with { Key = ["id"], Time = "day" };
    private const string TwoOrders = "id,amount,day\na,1,2025-01-01\nb,2,2025-01-31\n";

    [Fact]
    public async Task A_folder_keeps_its_rows()
    {
        var folder = Directory.CreateTempSubdirectory("kelvin-test-").FullName;
        try
        {
            await using (var first = await DuckDbWarehouse.OpenAsync(folder, Settings, default))
            {
                await first.PrepareAsync(CatalogOf(Orders), default);
                var file = Path.Combine(folder, "orders.csv");
                await File.WriteAllTextAsync(file, TwoOrders);
                await first.LoadAsync(new LoadRequest(Orders, file, LoadMode.Append, TimeZoneInfo.Utc), null, default);
            }
            await using var second = await DuckDbWarehouse.OpenAsync(folder, Settings, default);
            Assert.Empty(await second.PrepareAsync(CatalogOf(Orders), default));
            Assert.Equal(2, (await second.StatesAsync(default))["orders"].Rows);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task A_binary_number_that_overflows_is_missing()
    {
        await using var scratch = await OpenAsync();
        Assert.Null((await scratch.QueryAsync(new SqlText("SELECT $1 * $1 AS n", [1e300]), new ResultColumn("n", ResultKind.Double)))["n"][0]);
    }

    [Theory]
    [InlineData("SELECT * FROM read_csv('/etc/passwd')")]
    [InlineData("SELECT * FROM '/etc/passwd'")]
    [InlineData("COPY (SELECT 1) TO '/tmp/kelvin-leak.csv'")]
    [InlineData("ATTACH '/tmp/kelvin-leak.duckdb'")]
    [InlineData("INSTALL httpfs")]
    [InlineData("SET enable_external_access = true")]
    [InlineData("SET lock_configuration = false")]
    [InlineData("SELECT * FROM read_text('/proc/self/environ')")]
    [InlineData("EXPORT DATABASE '/tmp/kelvin-leak'")]
    public async Task No_statement_reaches_outside(string statement)
    {
        await using var scratch = await OpenAsync();
        await Assert.ThrowsAsync<WarehouseException>(() => scratch.QueryAsync(new SqlText(statement, [])));
    }

    [Fact]
    public async Task A_link_in_the_inbox_leads_nowhere()
    {
        await using var scratch = await OpenAsync(Orders);
        var link = Path.Combine(scratch.Folder, "link.csv");
        File.CreateSymbolicLink(link, scratch.Write("real.csv", TwoOrders));
        Assert.Equal(2, (await scratch.TryLoadAsync(Orders, link)).Value!.Accepted);
    }

    [Fact]
    public async Task A_query_stops_soon_after_it_is_cancelled()
    {
        await using var scratch = await OpenAsync();
        using var cancellation = new CancellationTokenSource();
        var running = scratch.Warehouse.QueryAsync(
            new SqlText("SELECT count(*) AS n FROM range(1000000000) AS a, range(1000000) AS b WHERE hash(a.range, b.range) = 7", []),
            [new ResultColumn("n", ResultKind.Decimal)], cancellation.Token);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running.WaitAsync(TimeSpan.FromSeconds(20)));
    }

    [Theory]
    [InlineData("drop table orders", "engine.query-not-select")]
    [InlineData("select 1 as x; select 2 as x", "engine.query-not-select")]
    [InlineData("select 1 as x) as q; drop table orders; --", "engine.query-unreadable")]
    [InlineData("selec 1", "engine.query-unreadable")]
    [InlineData("", "engine.query-not-select")]
    [InlineData("select * from order", "engine.query-unreadable")]
    [InlineData("select amount as x from ordrs", "engine.query-unknown-dataset")]
    [InlineData("select amount as x from kelvin.states", "engine.query-unknown-dataset")]
    [InlineData("select x from '/etc/passwd'", "engine.query-unknown-dataset")]
    [InlineData("select * from read_csv('/etc/passwd')", "engine.query-reads-outside")]
    [InlineData("select (select content from read_text('/etc/passwd')) as x", "engine.query-reads-outside")]
    [InlineData("select value as x from duckdb_settings()", "engine.query-reads-outside")]
    [InlineData("select * from query('select 1')", "engine.query-reads-outside")]
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

    private static MetricCatalog CatalogOf(params Dataset[] datasets) =>
        MetricCatalog.Empty with { Datasets = datasets.ToImmutableSortedDictionary(dataset => dataset.Name, dataset => dataset) };
}
