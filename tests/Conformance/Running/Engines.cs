using System.Collections.Immutable;
using Kelvin.Engines.DuckDb;
using Kelvin.Engines.Postgres;
using Kelvin.Queries.Warehouse;

namespace Conformance.Running;

/// <summary>The engines that cases can be asked of, by name.</summary>
internal static class Engines
{
    /// <summary>The variable of the environment that names a PostgreSQL server; <c>tests/postgres.sh</c> starts one.</summary>
    public const string PostgresServer = "KELVIN_TEST_POSTGRES";

    /// <summary>Each opens an empty warehouse, gone when disposed of.</summary>
    public static ImmutableSortedDictionary<string, Func<CancellationToken, Task<IWarehouse>>> ByName { get; } =
        new Dictionary<string, Func<CancellationToken, Task<IWarehouse>>>
        {
            ["duckdb"] = async token => await DuckDbWarehouse.OpenInMemoryAsync(DuckDbSettings.Default, token),
            ["postgres"] = async token => await PostgresWarehouse.OpenTemporaryAsync(new PostgresSettings(PostgresConnection!), token),
        }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>What is missing before an engine can be opened, or null.</summary>
    public static string? Lacking(string engine) =>
        engine == "postgres" && string.IsNullOrEmpty(PostgresConnection) ? $"{PostgresServer} does not name a server." : null;

    private static string? PostgresConnection => Environment.GetEnvironmentVariable(PostgresServer);
}
