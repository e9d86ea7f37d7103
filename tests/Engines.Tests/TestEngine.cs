using Kelvin.Engines.DuckDb;
using Kelvin.Engines.Postgres;
using Kelvin.Queries.Warehouse;

namespace Engines.Tests;

/// <summary>An engine that must keep and give what the port promises.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Open">Opens an empty warehouse that writes rejected rows to this folder; skips the test where the engine is not there.</param>
public sealed record TestEngine(string Name, Func<string, TimeProvider, Task<IWarehouse>> Open)
{
    private const string Server = "KELVIN_TEST_POSTGRES";

    public static TestEngine DuckDb { get; } =
        new("duckdb", async (_, clock) => await DuckDbWarehouse.OpenInMemoryAsync(Scratch.Settings with { Clock = clock }, default));

    public static TestEngine Postgres { get; } =
        new("postgres", async (folder, clock) => await PostgresWarehouse.OpenTemporaryAsync(PostgresSettings(folder) with { Clock = clock }, default));

    /// <summary>The clock by which its loads are dated.</summary>
    public TimeProvider Clock { get; init; } = Scratch.Clock;

    /// <summary>An empty warehouse.</summary>
    public Task<IWarehouse> OpenAsync(string folder) => Open(folder, Clock);

    /// <summary>The server that tests may use; skips the test where there is none.</summary>
    public static PostgresSettings PostgresSettings(string folder)
    {
        var connection = Environment.GetEnvironmentVariable(Server);
        Assert.SkipWhen(string.IsNullOrEmpty(connection), $"{Server} does not name a server; ./test starts one.");
        return new PostgresSettings(connection!) { Rejected = Path.Combine(folder, "rejected"), Clock = Scratch.Clock };
    }
}
