using System.Collections.Immutable;
using Kelvin.Compiler.Frames;
using Kelvin.Engines.Book;
using Kelvin.Engines.Inspecting;
using Kelvin.Engines.Preparing;
using Kelvin.Engines.Sessions;
using Kelvin.Queries.Warehouse;
using Kelvin.Sql;

namespace Kelvin.Engines.Knowing;

/// <summary>
/// A warehouse as it was known on a moment: the loads up to it decide. Nothing is copied; on a connection of each question's own
/// its datasets are selections from the current rows and the history.
/// </summary>
internal sealed class KnownSource(IEngine engine, DateTimeOffset moment, ViewStates prepared, IRowSource current) : IRowSource
{
    /// <inheritdoc />
    public SqlDialect Dialect => engine.Dialect;

    /// <inheritdoc />
    public async Task<Frame> QueryAsync(SqlText statement, ImmutableArray<ResultColumn> shape, CancellationToken cancellationToken)
    {
        var rows = new KnownRows(engine, prepared, await VersionsAsync(cancellationToken));
        return await engine.InPlaceAsync(
            rows.InPlaceOf(rows.MentionedIn(statement.Text)), session => engine.QueryAsync(session, statement, shape, cancellationToken), cancellationToken);
    }

    /// <inheritdoc />
    public async Task<ImmutableSortedDictionary<string, DatasetState>> StatesAsync(CancellationToken cancellationToken)
    {
        // Days are kept of the rows as they are now; a dataset may change while it is asked, so they are not for here.
        var states = (await current.StatesAsync(cancellationToken)).RemoveRange(prepared.Views.Keys)
            .ToImmutableSortedDictionary(state => state.Key, state => state.Value with { Days = null }, StringComparer.Ordinal);
        var versions = await VersionsAsync(cancellationToken);
        var changed = states.Keys.Where(dataset => versions.LastOf(dataset) is not null && prepared.Datasets.ContainsKey(dataset)).ToList();
        var rows = new KnownRows(engine, prepared, versions);
        var places = rows.InPlaceOf(changed.Concat(prepared.Views.Keys.Where(rows.CanStandIn)));
        return await engine.InPlaceAsync(places, async session =>
        {
            foreach (var dataset in changed)
                states = states.SetItem(dataset, await StateAsync(session, states[dataset], versions, cancellationToken));
            return await prepared.AddToAsync(states, session, cancellationToken);
        }, cancellationToken);
    }

    private async Task<KnownVersions> VersionsAsync(CancellationToken cancellationToken)
    {
        await using var session = await engine.ReadAsync(cancellationToken);
        return await KnownVersions.ReadAsync(engine, session, moment.UtcDateTime, cancellationToken);
    }

    private async Task<DatasetState> StateAsync(ISession session, DatasetState now, KnownVersions versions, CancellationToken cancellationToken)
    {
        var load = versions.LastOf(now.Dataset)!.Value;
        if (prepared.KnownOnce.TryGetValue((now.Dataset, load), out var known))
            return known with { KeptFrom = now.KeptFrom };
        var name = engine.Dialect.Quote(now.Dataset);
        var rows = Whole.Of(await session.ScalarAsync($"SELECT count(*) FROM {name}", cancellationToken));
        var extent = await new StateBook(engine, session, cancellationToken).ExtentAsync(prepared.Datasets[now.Dataset], name);
        var source = load == 0 ? null : (await new LoadBook(engine, session, cancellationToken).FindAsync(load))?.Record.Source;
        // Below zero, so that it is never taken for a version that is current.
        known = new DatasetState(now.Dataset, rows, ~load, extent.First, extent.Last, versions.MomentOf(now.Dataset) is { } at ? new DateTimeOffset(at) : null, source)
        {
            KeptFrom = now.KeptFrom,
            Confirmed = versions.MomentOf(now.Dataset) is { } confirmed ? new DateTimeOffset(confirmed) : null,
            Inspection = await new InspectionBook(engine, session, cancellationToken).UpToAsync(now.Dataset, load),
        };
        return prepared.KnownOnce[(now.Dataset, load)] = known;
    }
}
