using System.Collections.Immutable;
using Kelvin.Engines.DuckDb;
using Kelvin.Queries.Warehouse;

namespace Conformance.Running;

/// <summary>The engines that cases can be asked of, by name: each opens an empty warehouse.</summary>
internal static class Engines
{
    public static ImmutableSortedDictionary<string, Func<CancellationToken, Task<IWarehouse>>> ByName { get; } =
        new Dictionary<string, Func<CancellationToken, Task<IWarehouse>>>
        {
            ["duckdb"] = async token => await DuckDbWarehouse.OpenInMemoryAsync(DuckDbSettings.Default, token),
        }.ToImmutableSortedDictionary(StringComparer.Ordinal);
}
