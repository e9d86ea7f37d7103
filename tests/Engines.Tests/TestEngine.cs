using Kelvin.Engines.DuckDb;
using Kelvin.Engines.Postgres;
using Kelvin.Queries.Warehouse;

namespace Engines.Tests;

/// <summary>An engine that must keep and give what the port promises.</summary>
/// <param name="OpenAsync">Opens an empty warehouse that writes rejected rows to this folder; skips the test where the engine is not there.</param>
public sealed record TestEngine(Func<string, Task<IWarehouse>> OpenAsync)
{
    private const string Server = "KELVIN_TEST_POSTGRES";

    public static TestEngine DuckDb { get; } = new(async _ => await DuckDbWarehouse.OpenInMemoryAsync(Scratch.Settings, default));

    public static TestEngine Postgres { get; } = new(async folder => await PostgresWarehouse.OpenTemporaryAsync(PostgresSettings(folder), default));

    /// <summary>The server that tests may use; skips the test where there is none.</summary>
    public static PostgresSettings PostgresSettings(string folder)
    {
        var connection = Environment.GetEnvironmentVariable(Server);
        Assert.SkipWhen(string.IsNullOrEmpty(connection), $"{Server} does not name a server; ./test starts one.");
        return new PostgresSettings(connection!) { Rejected = Path.Combine(folder, "rejected"), Clock = Scratch.Clock };
    }
}
