using System.Collections.Concurrent;
using System.Collections.Immutable;
using Kelvin.Catalog;
using Kelvin.Engines.Book;
using Kelvin.Engines.Sessions;
using Kelvin.Queries.Warehouse;

namespace Kelvin.Engines.Preparing;

/// <summary>
/// The states of datasets that are queries. A view's version is the sum of the versions of what it reads; its rows and
/// extent are looked at once per version and remembered.
/// </summary>
internal sealed class ViewStates(
    IEngine engine, MetricCatalog catalog, ImmutableSortedDictionary<string, QueryView> views)
{
    private const int MostRemembered = 1_000;
    private readonly ConcurrentDictionary<(string View, long Version), DatasetState> _remembered = new();

    /// <summary>Nothing prepared yet.</summary>
    public static ViewStates Empty(IEngine engine) =>
        new(engine, MetricCatalog.Empty, ImmutableSortedDictionary<string, QueryView>.Empty);

    /// <summary>The datasets that were prepared.</summary>
    public ImmutableSortedDictionary<string, Dataset> Datasets => catalog.Datasets;

    /// <summary>The definitions that they were prepared for.</summary>
    public MetricCatalog Catalog => catalog;

    /// <summary>The views.</summary>
    public ImmutableSortedDictionary<string, QueryView> Views => views;

    /// <summary>States that datasets had after a load, for those who ask what was known once.</summary>
    public ConcurrentDictionary<(string Dataset, long Load), DatasetState> KnownOnce { get; } = new();

    /// <summary>Adds the views' states to those of the tables, on a session that sees the rows of those states.</summary>
    /// <param name="tables">The tables' states.</param>
    /// <param name="session">Where the views are looked at.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<ImmutableSortedDictionary<string, DatasetState>> AddToAsync(
        ImmutableSortedDictionary<string, DatasetState> tables, ISession session, CancellationToken cancellationToken)
    {
        var states = tables;
        foreach (var view in views.Keys)
            states = states.SetItem(view, await StateOfAsync(view, tables, session, cancellationToken));
        return states;
    }

    /// <summary>The datasets with rows of their own that a dataset reads in the end; itself when it has some.</summary>
    public IEnumerable<string> TablesUnder(string dataset) =>
        views.TryGetValue(dataset, out var view) ? view.Reads.SelectMany(TablesUnder).Distinct(StringComparer.Ordinal) : [dataset];

    private async Task<DatasetState> StateOfAsync(
        string view, ImmutableSortedDictionary<string, DatasetState> tables, ISession session, CancellationToken cancellationToken)
    {
        var sources = TablesUnder(view).Select(table => tables[table]).ToList();
        var version = VersionOf(sources);
        var keptFrom = sources.Max(source => source.KeptFrom);
        // Compacting changes from when the history is kept, and no version.
        if (_remembered.TryGetValue((view, version), out var state))
            return state with { KeptFrom = keptFrom };
        var name = engine.Dialect.Quote(view);
        var rows = Whole.Of(await session.ScalarAsync($"SELECT count(*) FROM {name}", cancellationToken));
        var extent = await new StateBook(engine, session, cancellationToken).ExtentAsync(views[view].Dataset, name);
        var last = sources.MaxBy(source => source.LastLoad);
        state = new DatasetState(view, rows, version, extent.First, extent.Last, last?.LastLoad, last?.LastSource) { KeptFrom = keptFrom, ReadsFrom = [.. sources.Select(source => source.Dataset)] };
        if (_remembered.Count >= MostRemembered)
            _remembered.Clear();
        return _remembered[(view, version)] = state;
    }

    /// <summary>
    /// Of sources as they are, the sum, which grows with each of their loads; where one is as it was known once, a number that only
    /// these versions together have.
    /// </summary>
    private static long VersionOf(List<DatasetState> sources)
    {
        if (sources.TrueForAll(source => source.DataVersion >= 0))
            return sources.Sum(source => source.DataVersion);
        var mixed = 14_695_981_039_346_656_037UL;
        foreach (var source in sources)
            foreach (var part in BitConverter.GetBytes(source.DataVersion))
                mixed = (mixed ^ part) * 1_099_511_628_211UL;
        return (long)(mixed | 1UL << 63);
    }
}
