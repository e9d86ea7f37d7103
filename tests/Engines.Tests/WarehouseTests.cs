using Kelvin.Catalog;
using Kelvin.Language;
using Kelvin.Queries.Warehouse;
using static Engines.Tests.Scratch;

namespace Engines.Tests;

public abstract class WarehouseTests(TestEngine engine) : EngineTests(engine)
{
    private static readonly Dataset Orders = Dataset("orders", Text("id"), Money("amount"), Date("day")) with { Key = ["id"], Time = "day" };
    private const string TwoOrders = "id,amount,day\na,1,2025-01-01\nb,2,2025-01-31\n";

    [Fact]
    public async Task States_are_known_without_reading_rows()
    {
        await using var scratch = await OpenAsync(Orders);
        Assert.Equal(new DatasetState("orders", 0, 0, null, null, null, null), (await scratch.Warehouse.StatesAsync(default))["orders"]);
        await scratch.LoadAsync(Orders, TwoOrders);
        await scratch.LoadAsync(Orders, "id,amount,day\nc,1,2025-02-03\n", LoadMode.Append);
        Assert.Equal(
            new DatasetState("orders", 3, 2, Utc(2025, 1, 1), Utc(2025, 2, 3), Clock.GetUtcNow(), "file.csv") { Confirmed = Clock.GetUtcNow() },
            (await scratch.Warehouse.StatesAsync(default))["orders"]);
    }

    [Fact]
    public async Task Rows_are_kept_when_an_optional_column_is_added()
    {
        await using var scratch = await OpenAsync(Orders);
        await scratch.LoadAsync(Orders, TwoOrders);
        Assert.Empty(await scratch.PrepareAsync(Orders with { Columns = Orders.Columns.Add(Text("note", optional: true)) }));
        Assert.Equal(["a|∅", "b|∅"], await scratch.RowsAsync("SELECT id, note FROM orders ORDER BY id", "id", "note"));
    }

    [Fact]
    public async Task Rows_that_no_longer_fit_are_kept_aside()
    {
        await using var scratch = await OpenAsync(Orders);
        await scratch.LoadAsync(Orders, TwoOrders);
        var changed = Orders with { Columns = [Text("id"), Money("amount", decimals: 9), Date("day")] };
        var issue = Assert.Single(await scratch.PrepareAsync(changed));
        var aside = Assert.IsType<string>(issue.Arguments["table"]);
        Assert.EndsWith("aside.orders_1", aside, StringComparison.Ordinal);
        Assert.Equal($"Rows of orders no longer fit its definition: amount changed. They are kept aside in {aside}, and orders is empty.", issue.Message(Tongue.English));
        Assert.Equal(["2"], await scratch.RowsAsync($"SELECT count(*) AS n FROM {aside}", "n"));
        var state = (await scratch.Warehouse.StatesAsync(default))["orders"];
        Assert.Equal((0, 2, null), (state.Rows, state.DataVersion, state.Watermark));
        Assert.Empty(await scratch.PrepareAsync(changed));
        Assert.Equal(2, (await scratch.LoadAsync(changed, TwoOrders, LoadMode.Append)).Accepted);
    }

    [Fact]
    public async Task Queries_run_beside_each_other_and_a_load()
    {
        await using var scratch = await OpenAsync(Orders);
        await scratch.LoadAsync(Orders, TwoOrders);
        var queries = Enumerable.Range(0, 40).Select(_ => scratch.RowsAsync("SELECT count(*) AS n FROM orders", "n")).ToList();
        await scratch.LoadAsync(Orders, "id,amount,day\nc,1,2025-02-03\n");
        foreach (var rows in await Task.WhenAll(queries))
            Assert.Contains(rows[0], new[] { "1", "2" });
    }

    [Fact]
    public async Task A_query_dataset_is_a_view_with_the_types_declared()
    {
        var daily = Dataset("daily", Date("day"), Money("total")) with
        {
            Time = "day",
            Source = new DatasetSource.Query("-- totals\nWITH o AS (SELECT * FROM orders) SELECT day, sum(amount) AS total, 1 AS more FROM o GROUP BY day; "),
        };
        var above = Dataset("above", Money("total")) with { Source = new DatasetSource.Query("select total from daily where total > 1 -- done") };
        await using var scratch = await OpenAsync(Orders, above, daily);
        await scratch.LoadAsync(Orders, TwoOrders);
        Assert.Equal(["2.0000"], await scratch.RowsAsync("SELECT total FROM above", "total"));
        var states = await scratch.Warehouse.StatesAsync(default);
        Assert.Equal(new DatasetState("daily", 2, 1, Utc(2025, 1, 1), Utc(2025, 1, 31), Clock.GetUtcNow(), "file.csv") { ReadsFrom = states["daily"].ReadsFrom }, states["daily"]);
        Assert.Equal(["orders"], states["daily"].ReadsFrom);
        Assert.Equal(1, states["above"].DataVersion);
    }

    private static DateTime Utc(int year, int month, int day) => new(year, month, day, 0, 0, 0, DateTimeKind.Utc);
}

public sealed class WarehouseTestsOnDuckDb() : WarehouseTests(TestEngine.DuckDb);

public sealed class WarehouseTestsOnPostgres() : WarehouseTests(TestEngine.Postgres);
