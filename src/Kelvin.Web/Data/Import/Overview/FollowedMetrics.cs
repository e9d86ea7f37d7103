using System.Collections.Immutable;
using Kelvin.Catalog;
using Kelvin.Imports.Planning;
using Kelvin.Queries.Warehouse;
using Kelvin.Web.Metrics.Cards;
using Kelvin.Web.Metrics.List;

namespace Kelvin.Web.Data.Import.Overview;

/// <summary>Finds the metrics that can be followed now that rows have come: those that read them and have a value.</summary>
public sealed class FollowedMetrics(ICurrentCatalog catalogs, IWarehouse warehouse, MetricOverview overview)
{
    /// <summary>The metrics that read one of these datasets and have a value, as cards.</summary>
    public async Task<ImmutableArray<MetricReading>> ReadAsync(IReadOnlySet<string> datasets, CancellationToken cancellationToken)
    {
        var catalog = catalogs.Current;
        var filled = (await warehouse.StatesAsync(cancellationToken)).Values.Where(state => state.Rows > 0).Select(state => state.Dataset).ToHashSet();
        var metrics = catalog.Metrics.Values.Where(metric => MetricData.IsGivenBy(metric, catalog, filled, datasets)).ToImmutableArray();
        return [.. (await overview.ReadAsync(metrics, cancellationToken)).SelectMany(department => department.Metrics).Where(reading => reading.HasValue)];
    }
}
