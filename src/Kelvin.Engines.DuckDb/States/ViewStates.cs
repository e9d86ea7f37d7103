using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using Kelvin.Catalog;
using Kelvin.Engines.DuckDb.Connections;
using Kelvin.Queries.Warehouse;
using Kelvin.Sql.Dialects;

namespace Kelvin.Engines.DuckDb.States;

/// <summary>
/// The states of datasets that are queries. A view's version is the sum of the versions of what it reads; its rows and
/// extent are looked at once per version and remembered.
/// </summary>
internal sealed class ViewStates(ImmutableSortedDictionary<string, Dataset> datasets, IReadOnlyDictionary<string, ImmutableArray<string>> reads)
{
    private readonly ConcurrentDictionary<string, DatasetState> _remembered = new(StringComparer.Ordinal);

    /// <summary>Adds the views' states to those of the tables.</summary>
    public ImmutableSortedDictionary<string, DatasetState> AddTo(
        ImmutableSortedDictionary<string, DatasetState> states, DuckDbSession session, CancellationToken cancellationToken)
    {
        foreach (var view in reads.Keys)
            states = states.SetItem(view, StateOf(view, states, session, cancellationToken));
        return states;
    }

    private DatasetState StateOf(
        string view, ImmutableSortedDictionary<string, DatasetState> tables, DuckDbSession session, CancellationToken cancellationToken)
    {
        var sources = TablesUnder(view).Distinct(StringComparer.Ordinal).Select(table => tables[table]).ToList();
        var version = sources.Sum(source => source.DataVersion);
        if (_remembered.TryGetValue(view, out var state) && state.DataVersion == version)
            return state;
        var rows = Convert.ToInt64(
            session.Scalar($"SELECT count(*) FROM {DuckDbDialect.Instance.Quote(view)}", cancellationToken), CultureInfo.InvariantCulture);
        var (earliest, watermark) = new StateBook(session, cancellationToken).Extent(datasets[view], view);
        var last = sources.MaxBy(source => source.LastLoad);
        return _remembered[view] = new DatasetState(view, rows, version, earliest, watermark, last?.LastLoad, last?.LastSource);
    }

    private IEnumerable<string> TablesUnder(string dataset) =>
        reads.TryGetValue(dataset, out var sources) ? sources.SelectMany(TablesUnder) : [dataset];
}
