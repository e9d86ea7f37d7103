using Npgsql;

namespace Cli.Tests;

/// <summary>A workspace whose settings choose PostgreSQL, on a real server.</summary>
public sealed class PostgresTests
{
    private const string OnPostgres = "workspace: { sv: Butiken, en: The shop }\nzone: Europe/Stockholm\ncurrency: SEK\nwarehouse: postgres\n";

    [Fact]
    public async Task Without_a_server_in_the_environment_it_says_how_to_name_one()
    {
        using var shop = new ShopFolder();
        shop.Write("kelvin.yaml", OnPostgres);
        var import = await shop.RunAsync("import");
        Assert.Equal(4, import.Code);
        Assert.Contains("Set the variable KELVIN_POSTGRES to a connection string", import.Notes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_are_imported_asked_about_and_tested_there()
    {
        var server = Environment.GetEnvironmentVariable("KELVIN_TEST_POSTGRES");
        Assert.SkipWhen(string.IsNullOrEmpty(server), "KELVIN_TEST_POSTGRES does not name a server; ./test starts one.");
        var schema = $"shop_{Guid.CreateVersion7():N}";
        using var shop = new ShopFolder();
        shop.Write("kelvin.yaml", OnPostgres);
        try
        {
            Task<Invocation> Run(params string[] arguments) => Invocation.RunAsync(
                shop.Path, name => name == "KELVIN_POSTGRES" ? $"{server};Search Path={schema}" : null, CancellationToken.None, arguments);
            Assert.StartsWith("✓ orders: 6 rows from orders.csv", (await Run("import")).Output, StringComparison.Ordinal);
            Assert.Equal("order_count\n6", (await Run("query", "order_count", "--format", "csv")).Output);
            Assert.Equal(0, (await Run("test")).Code);
            Assert.False(File.Exists(shop.PathOf(".kelvin/warehouse.duckdb")));
        }
        finally
        {
            await using var source = NpgsqlDataSource.Create(server!);
            await using var command = source.CreateCommand($"DROP SCHEMA IF EXISTS {schema}, {schema}_book, {schema}_aside CASCADE");
            await command.ExecuteNonQueryAsync();
        }
    }
}
