using Kelvin.Catalog;
using Kelvin.Queries.Warehouse;

namespace Kelvin.Queries.Keeping;

/// <summary>Gives up the history that a workspace no longer wants to keep. Throws only what <see cref="IWarehouse"/> throws.</summary>
public sealed class CompactHistory(ICurrentCatalog catalogs, IWarehouse warehouse, TimeProvider clock)
{
    /// <summary>Compacts by the workspace's <c>history:</c>.</summary>
    /// <returns>How many rows were given up; null where the workspace keeps everything.</returns>
    public async Task<long?> RunAsync(CancellationToken cancellationToken) =>
        catalogs.Current.Settings.HistoryDays is { } days
            ? await warehouse.CompactAsync(clock.GetUtcNow().AddDays(-days), cancellationToken)
            : null;
}
