using System.Collections.Immutable;
using DuckDB.NET.Data;
using Kelvin.Catalog;
using Kelvin.Engines.DuckDb;
using Kelvin.Engines.Postgres;
using Kelvin.Queries.Warehouse;
using Npgsql;
using static Engines.Tests.Scratch;

namespace Engines.Tests.Versions;

/// <summary>Warehouses that were made before loads were versions keep their rows, and know from when they have a history.</summary>
public sealed class EarlierWarehouseTests
{
    private static readonly Dataset Orders = Dataset("orders", Text("id"), Money("amount"), Date("day")) with { Key = ["id"], Time = "day" };
    private static readonly DateTimeOffset LastLoad = new(2025, 3, 1, 8, 0, 0, TimeSpan.Zero);
    private const string More = "id,amount,day\nc,3,2025-02-01\n";

    [Fact]
    public async Task On_DuckDb()
    {
        var folder = Directory.CreateTempSubdirectory("kelvin-test-").FullName;
        try
        {
            await using (var connection = new DuckDBConnection($"DataSource={Path.Combine(folder, "warehouse.duckdb")}"))
            {
                connection.Open();
                foreach (var statement in Earlier("main", "kelvin", "VARCHAR"))
                    await RunAsync(connection, statement);
            }
            await using var warehouse = await DuckDbWarehouse.OpenAsync(folder, Settings, default);
            await CheckAsync(warehouse, folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task On_Postgres()
    {
        var folder = Directory.CreateTempSubdirectory("kelvin-test-").FullName;
        var settings = TestEngine.PostgresSettings(folder) with { Schema = $"earlier_{Guid.CreateVersion7():N}" };
        await using var connection = new NpgsqlConnection(settings.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        try
        {
            foreach (var statement in Earlier(settings.Schema, settings.Schema + "_book", "text COLLATE \"C\"").Prepend($"CREATE SCHEMA {settings.Schema}").Prepend($"CREATE SCHEMA {settings.Schema}_book"))
                await RunAsync(connection, statement);
            await using var warehouse = await PostgresWarehouse.OpenAsync(settings, default);
            await CheckAsync(warehouse, folder);
        }
        finally
        {
            var schemas = new[] { "", "_rows", "_history", "_book", "_aside" }.Select(part => settings.Schema + part);
            await RunAsync(connection, $"DROP SCHEMA IF EXISTS {string.Join(", ", schemas)} CASCADE");
            Directory.Delete(folder, recursive: true);
        }
    }

    private static IEnumerable<string> Earlier(string schema, string book, string text) =>
    [
        $"CREATE SCHEMA IF NOT EXISTS {book}",
        $"CREATE TABLE {book}.states (dataset {text}, rows bigint, version bigint, axis {text}, earliest timestamp, watermark timestamp, last_load timestamp, source {text})",
        $"CREATE TABLE {book}.loads (dataset {text}, fingerprint {text}, source {text}, rows bigint, loaded_at timestamp)",
        $"CREATE TABLE {schema}.orders (id {text}, amount numeric(18,4), day date)",
        $"INSERT INTO {schema}.orders VALUES ('a', 1, '2025-01-01'), ('b', 2, '2025-01-31')",
        $"INSERT INTO {book}.states VALUES ('orders', 2, 7, 'day', '2025-01-01', '2025-01-31', '2025-03-01 08:00:00', 'old.csv')",
        $"INSERT INTO {book}.loads VALUES ('orders', 'abc', 'old.csv', 2, '2025-03-01 08:00:00')",
    ];

    private static async Task CheckAsync(IWarehouse warehouse, string folder)
    {
        Assert.Empty(await warehouse.PrepareAsync(
            MetricCatalog.Empty with { Datasets = ImmutableSortedDictionary<string, Dataset>.Empty.Add("orders", Orders) }, default));
        var state = (await warehouse.StatesAsync(default))["orders"];
        Assert.Equal((2, 7, LastLoad), (state.Rows, state.DataVersion, state.KeptFrom));
        var file = Path.Combine(folder, "more.csv");
        await File.WriteAllTextAsync(file, More, TestContext.Current.CancellationToken);
        var report = await warehouse.LoadAsync(new LoadRequest(Orders, file, LoadMode.Replace, TimeZoneInfo.Utc), null, default);
        Assert.Equal((1, 2), (report.Value!.Load!.Added, report.Value.Load.Removed));
        Assert.Equal(["a", "b"], await VersionTests.RowsAsync(warehouse.KnownOn(LastLoad), "SELECT id FROM orders ORDER BY id", "id"));
        Assert.Equal(["c"], await VersionTests.RowsAsync(warehouse, "SELECT id FROM orders", "id"));
        var loads = await warehouse.LoadsAsync("orders", 10, default);
        Assert.Equal(["more.csv", "old.csv"], loads.Select(load => load.Source));
        Assert.Equal("load.compacted", Assert.Single((await warehouse.UndoAsync(loads[1].Id, null, null, default)).Issues).Code);
    }

    private static async Task RunAsync(System.Data.Common.DbConnection connection, string statement)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = statement;
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
