using Kelvin.Catalog;
using Kelvin.Queries.Trusting;
using Kelvin.Queries.Warehouse;

namespace Kelvin.Server.Live;

/// <summary>What an open page has been told of datasets, and what it has not.</summary>
internal sealed class ToldVersions(IWarehouse warehouse, ICurrentCatalog catalogs, TimeProvider clock)
{
    private readonly Dictionary<string, string> _told = new(StringComparer.Ordinal);

    /// <summary>Datasets that are other than was told last. One that is a query moves on with those it reads.</summary>
    public async Task<SortedDictionary<string, string>> MovedOnAsync(CancellationToken cancellationToken)
    {
        var moved = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var states = await warehouse.StatesAsync(cancellationToken);
        var trust = new TrustReading(catalogs.Current, states, clock.GetUtcNow());
        foreach (var (dataset, state) in states)
            if (trust.Of(dataset).MarkOf(state.DataVersion) is var mark && _told.GetValueOrDefault(dataset) != mark)
                _told[dataset] = moved[dataset] = mark;
        return moved;
    }
}
