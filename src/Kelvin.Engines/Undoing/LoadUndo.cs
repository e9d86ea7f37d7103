using System.Globalization;
using Kelvin.Catalog;
using Kelvin.Engines.Book;
using Kelvin.Engines.Days;
using Kelvin.Engines.Inspecting;
using Kelvin.Engines.Preparing;
using Kelvin.Engines.Publishing;
using Kelvin.Engines.Sessions;
using Kelvin.Language;
using Kelvin.Queries.Warehouse;

namespace Kelvin.Engines.Undoing;

/// <summary>
/// Undoes a load by a load of its own: the rows that it brought leave, and those that it took away come back unless a later load
/// that still stands brought or removed their key. What comes back keeps the load that brought it first as its origin, so that
/// this one too can be undone afterwards.
/// </summary>
internal sealed class LoadUndo(IEngine engine, TimeProvider clock, ViewStates prepared, CancellationToken cancellationToken)
{
    private TableNames Names => engine.Names;

    /// <summary>The undoing as written down, or why the load cannot be undone.</summary>
    public async Task<Checked<LoadRecord>> RunAsync(long id, string? person, string? reason)
    {
        await using var session = await engine.WriteAsync(cancellationToken);
        Checked<LoadRecord>? outcome = null;
        await session.TransactionAsync(async () => (outcome = await UndoAsync(session, id, person, reason)).IsSound, cancellationToken);
        return outcome!;
    }

    private async Task<Checked<LoadRecord>> UndoAsync(ISession session, long id, string? person, string? reason)
    {
        var loads = new LoadBook(engine, session, cancellationToken);
        if ((await loads.FindAsync(id))?.Record.Dataset is not { } name || !prepared.Datasets.TryGetValue(name, out var dataset))
            return Refused("load.unknown", id);
        await engine.LockAsync(session, name, cancellationToken);
        var load = (await loads.FindAsync(id))!;
        if (await WhyNotAsync(session, loads, load) is { } refusal)
            return refusal;
        var number = (await loads.NumbersAsync(1))[0];
        var moment = await loads.MomentAsync(name, clock);
        var changes = await ChangeAsync(session, dataset, load.Record, number);
        var version = await new StateBook(engine, session, cancellationToken).ChangeAsync(dataset, [changes], load.Record.Source, moment, isUndoing: true);
        var undoing = new LoadRecord(number, name, LoadKind.Undo, new DateTimeOffset(moment))
        {
            Source = load.Record.Source,
            Person = person,
            Reason = reason,
            Added = changes.Added,
            Removed = changes.Removed,
            From = changes.Touched.First,
            Until = changes.Touched.Last,
            Undoes = id,
        };
        await loads.WriteAsync([new LoadLine(undoing, null, null, version)]);
        await loads.UndoneAsync(load, number);
        await new StateBook(engine, session, cancellationToken).ConfirmByStandingAsync(name);
        await new LoadInspection(engine, session, prepared, clock, cancellationToken).WriteAsync(name, number, moment);
        return Checked<LoadRecord>.Sound(undoing);
    }

    private async Task<Checked<LoadRecord>?> WhyNotAsync(ISession session, LoadBook loads, LoadLine load)
    {
        var (id, name) = (load.Record.Id, load.Record.Dataset);
        if (load.Record.UndoneBy is { } by)
            return Checked<LoadRecord>.Faulty(Issue.At(null, "load.already-undone", ("load", id), ("by", by)));
        var kept = Stretch.Utc(await session.ScalarAsync($"SELECT kept_from FROM {Names.States} WHERE dataset = $1", cancellationToken, name));
        if (load.Record.Moment.UtcDateTime <= kept)
            return Checked<LoadRecord>.Faulty(Issue.At(
                null, "load.compacted", ("load", id), ("dataset", name), ("from", kept.Value.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture))));
        return await loads.ReplacedSinceAsync(load) is { } later
            ? Checked<LoadRecord>.Faulty(Issue.At(null, "load.replaced-since", ("load", id), ("dataset", name), ("by", later)))
            : null;
    }

    private async Task<RowChanges> ChangeAsync(ISession session, Dataset dataset, LoadRecord load, long number)
    {
        var (id, by) = (Whole.Text(load.Id), Whole.Text(number));
        var brought = load.Kind == LoadKind.Undo ? Names.Load : Names.Origin;
        var (removed, left) = await new LeavingRows(engine, session, dataset, cancellationToken).MoveAsync($"t.{brought} = {id}", by);
        var columns = new DatasetColumns(engine, dataset);
        var returning = $"FROM {Names.History(dataset.Name)} AS h WHERE h.{Names.Removed} = {id}{Unless(dataset, columns, id, by)}";
        var moment = columns.Moment("h") ?? "NULL";
        var row = (await session.RowsAsync($"SELECT count(*), min({moment}), max({moment}) {returning}", cancellationToken))[0];
        var came = Stretch.Of(row[1], row[2]);
        var (column, day) = await new RowDays(engine, session, dataset, cancellationToken).InsertedAsync("h", came);
        await session.ExecuteAsync($"""
            INSERT INTO {Names.Rows(dataset.Name)} ({columns.List}, {Names.Load}, {Names.Origin}{column}) SELECT {columns.Of("h")}, {by}, h.{Names.Origin}{day} {returning}
            """, cancellationToken);
        return new RowChanges(Whole.Of(row[0]), 0, removed, 0, came, left);
    }

    /// <summary>Keys of later loads stay as those left them: there, or gone.</summary>
    private string Unless(Dataset dataset, DatasetColumns columns, string load, string by) => !columns.HasKey ? "" : $"""

          AND NOT EXISTS (SELECT 1 FROM {Names.Rows(dataset.Name)} AS t WHERE {columns.SameKey("t", "h")})
          AND NOT EXISTS (
            SELECT 1 FROM {Names.History(dataset.Name)} AS l JOIN {Names.Loads} AS b ON b.id = l.{Names.Removed}
            WHERE {columns.SameKey("l", "h")} AND l.{Names.Removed} > {load} AND l.{Names.Removed} <> {by} AND b.stands AND b.kind <> 'undo')
        """;

    private static Checked<LoadRecord> Refused(string code, long load) => Checked<LoadRecord>.Faulty(Issue.At(null, code, ("load", load)));
}
