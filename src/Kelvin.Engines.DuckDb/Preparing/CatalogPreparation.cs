using System.Collections.Immutable;
using Kelvin.Catalog;
using Kelvin.Engines.DuckDb.Connections;
using Kelvin.Engines.Preparing;
using Kelvin.Language;

namespace Kelvin.Engines.DuckDb.Preparing;

/// <summary>Makes the tables and views of a catalog.</summary>
internal sealed class CatalogPreparation(
    DuckDbEngine engine, DuckDbSession session, TimeProvider clock, MetricCatalog catalog, CancellationToken cancellationToken)
{
    /// <summary>What was prepared.</summary>
    public ViewStates Prepared { get; private set; } = ViewStates.Empty(engine);

    /// <summary>Prepares everything.</summary>
    /// <returns>What stands in the way.</returns>
    public async Task<ImmutableArray<Issue>> RunAsync()
    {
        var tables = new TablePreparation(engine, session, clock, catalog.Settings.Zone, cancellationToken);
        var views = new ViewPreparation(session, tables, catalog, cancellationToken);
        var issues = ImmutableArray.CreateBuilder<Issue>();
        await session.TransactionAsync(async () =>
        {
            foreach (var dataset in catalog.Datasets.Values.Where(dataset => dataset.Source is DatasetSource.Files))
                if (await tables.PrepareAsync(dataset) is { } issue)
                    issues.Add(issue);
            return true;
        }, cancellationToken);
        // Outside the transaction: a query that the engine refuses would end it.
        foreach (var dataset in catalog.Datasets.Values)
            await views.PrepareAsync(dataset);
        Prepared = new ViewStates(engine, catalog, views.Views.ToImmutableSortedDictionary(StringComparer.Ordinal));
        return [.. issues, .. views.Issues];
    }
}
