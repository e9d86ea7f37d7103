using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using Kelvin.Catalog;
using Kelvin.Engines.Postgres.Connections;
using Kelvin.Queries.Warehouse;

namespace Kelvin.Engines.Postgres.States;

/// <summary>
/// The states of datasets that are queries. A view's version is the sum of the versions of what it reads; its rows and
/// extent are looked at once per version and remembered.
/// </summary>
internal sealed class ViewStates(
    PostgresSchemas schemas, ImmutableSortedDictionary<string, Dataset> datasets, IReadOnlyDictionary<string, ImmutableArray<string>> reads)
{
    private readonly ConcurrentDictionary<string, DatasetState> _remembered = new(StringComparer.Ordinal);

    /// <summary>Adds the views' states to those of the tables.</summary>
    public async Task<ImmutableSortedDictionary<string, DatasetState>> AddToAsync(
        ImmutableSortedDictionary<string, DatasetState> tables, PostgresSession session, CancellationToken cancellationToken)
    {
        var states = tables;
        foreach (var view in reads.Keys)
            states = states.SetItem(view, await StateOfAsync(view, tables, session, cancellationToken));
        return states;
    }

    private async Task<DatasetState> StateOfAsync(
        string view, ImmutableSortedDictionary<string, DatasetState> tables, PostgresSession session, CancellationToken cancellationToken)
    {
        var sources = TablesUnder(view).Distinct(StringComparer.Ordinal).Select(table => tables[table]).ToList();
        var version = sources.Sum(source => source.DataVersion);
        if (_remembered.TryGetValue(view, out var state) && state.DataVersion == version)
            return state;
        var rows = Convert.ToInt64(
            await session.ScalarAsync($"SELECT count(*) FROM {schemas.Table(view)}", cancellationToken), CultureInfo.InvariantCulture);
        var (earliest, watermark) = await new StateBook(session, schemas, cancellationToken).ExtentAsync(datasets[view], schemas.Table(view));
        var last = sources.MaxBy(source => source.LastLoad);
        return _remembered[view] = new DatasetState(view, rows, version, earliest, watermark, last?.LastLoad, last?.LastSource);
    }

    private IEnumerable<string> TablesUnder(string dataset) =>
        reads.TryGetValue(dataset, out var sources) ? sources.SelectMany(TablesUnder) : [dataset];
}
