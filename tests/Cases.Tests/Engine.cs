using Kelvin.Engines.DuckDb;
using Kelvin.Engines.Postgres;
using Kelvin.Queries.Warehouse;

namespace Cases.Tests;

/// <summary>An engine that must answer every case alike.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="OpenAsync">Opens an empty warehouse; skips the test, with the reason, where the engine is not there.</param>
internal sealed record Engine(string Name, Func<CancellationToken, Task<IWarehouse>> OpenAsync)
{
    private const string Server = "KELVIN_TEST_POSTGRES";

    /// <summary>Every engine, by name.</summary>
    public static IReadOnlyDictionary<string, Engine> All { get; } = new[]
    {
        new Engine("DuckDB", async token => await DuckDbWarehouse.OpenInMemoryAsync(DuckDbSettings.Default, token)),
        new Engine("PostgreSQL", async token => await PostgresWarehouse.OpenTemporaryAsync(new PostgresSettings(Connection()), token)),
    }.ToDictionary(engine => engine.Name);

    private static string Connection()
    {
        var connection = Environment.GetEnvironmentVariable(Server);
        Assert.SkipWhen(string.IsNullOrEmpty(connection), $"{Server} does not name a server; ./test starts one.");
        return connection!;
    }
}
