using Kelvin.Engines.DuckDb;
using Kelvin.Queries.Warehouse;

namespace Cases.Tests;

/// <summary>An engine that must answer every case alike.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="OpenAsync">Opens an empty warehouse.</param>
internal sealed record Engine(string Name, Func<CancellationToken, Task<IWarehouse>> OpenAsync)
{
    /// <summary>Every engine, by name.</summary>
    public static IReadOnlyDictionary<string, Engine> All { get; } = new[]
    {
        new Engine("DuckDB", async token => await DuckDbWarehouse.OpenInMemoryAsync(DuckDbSettings.Default, token)),
    }.ToDictionary(engine => engine.Name);
}
