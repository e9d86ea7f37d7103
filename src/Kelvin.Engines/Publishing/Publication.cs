using Kelvin.Catalog;
using Kelvin.Engines.Book;
using Kelvin.Engines.Days;
using Kelvin.Engines.Sessions;
using Kelvin.Engines.Staging;
using Kelvin.Queries.Warehouse;

namespace Kelvin.Engines.Publishing;

/// <summary>
/// Makes staged rows the dataset's. Rows that are there as they come stay untouched; those that leave go to the history with the
/// load that took them away. No key may come twice in the staged rows, and none that is present when they are appended.
/// </summary>
internal sealed class Publication(IEngine engine, ISession session, Dataset dataset, StagingTable staging, CancellationToken cancellationToken)
{
    // So many rows are sooner indexed all together than one by one.
    private const int Many = 10_000;

    private readonly DatasetColumns _columns = staging.Columns;
    private readonly RowDays _days = new(engine, session, dataset, cancellationToken);
    private readonly LeavingRows _leaving = new(engine, session, dataset, cancellationToken);

    private TableNames Names => engine.Names;

    private string Rows => Names.Rows(dataset.Name);

    private string Staged => staging.Name;

    /// <summary>Publishes; the staged rows are gone afterwards.</summary>
    /// <returns>What each of the loads changed.</returns>
    public async Task<IReadOnlyDictionary<long, RowChanges>> PublishAsync(LoadMode mode, IReadOnlyList<long> loads)
    {
        var isEmpty = await session.ScalarAsync($"SELECT 1 FROM {Rows} LIMIT 1", cancellationToken) is null;
        if (mode == LoadMode.Append || isEmpty && mode != LoadMode.Remove)
            return await AddAllAsync(loads, isEmpty);
        return mode == LoadMode.Replace && !_columns.HasKey
            ? await ReplaceWholeAsync(loads[0])
            : await ByKeyAsync(mode, loads);
    }

    private async Task<IReadOnlyDictionary<long, RowChanges>> AddAllAsync(IReadOnlyList<long> loads, bool isEmpty)
    {
        var (load, group) = loads.Count == 1 ? (Whole.Text(loads[0]), "") : (Names.Load, $" GROUP BY {Names.Load}");
        var moment = _columns.Moment("s") ?? "NULL";
        var added = (await session.RowsAsync($"SELECT {load}, count(*), min({moment}), max({moment}) FROM {Staged} AS s{group}", cancellationToken))
            .ToDictionary(row => Whole.Of(row[0]), row => new RowChanges(Whole.Of(row[1]), 0, 0, 0, Stretch.Of(row[2], row[3]), default));
        if (isEmpty && staging.CanBecomeRows)
        {
            await _days.AddAsync(Staged, CameOf(added.Values));
            await staging.BecomeRowsAsync();
        }
        else if (isEmpty && added.Values.Sum(change => change.Added) > Many)
        {
            await engine.UnindexAsync(session, dataset, cancellationToken);
            await AddAndEndAsync(CameOf(added.Values));
            await engine.IndexAsync(session, dataset, cancellationToken);
        }
        else
            await AddAndEndAsync(CameOf(added.Values));
        return loads.ToDictionary(one => one, one => added.GetValueOrDefault(one));
    }

    /// <summary>Without a key, rows can only be told from one another as a whole: unless all are the same, all are replaced.</summary>
    private async Task<IReadOnlyDictionary<long, RowChanges>> ReplaceWholeAsync(long load)
    {
        if (await IsSameAsync())
        {
            var same = await staging.CountAsync();
            await staging.DropAsync();
            return new Dictionary<long, RowChanges> { [load] = new(0, 0, 0, same, default, default) };
        }
        var (removed, left) = await _leaving.MoveAsync("true", Whole.Text(load));
        var added = (await AddAllAsync([load], isEmpty: true))[load];
        return new Dictionary<long, RowChanges> { [load] = added with { Removed = removed, Left = left } };
    }

    private async Task<bool> IsSameAsync()
    {
        var there = Whole.Of(await session.ScalarAsync($"SELECT count(*) FROM {Rows}", cancellationToken));
        return there == await staging.CountAsync()
            && await session.ScalarAsync($"SELECT 1 FROM (SELECT {_columns.List} FROM {Staged} EXCEPT ALL SELECT {_columns.List} FROM {Rows}) AS d LIMIT 1", cancellationToken) is null;
    }

    private async Task<IReadOnlyDictionary<long, RowChanges>> ByKeyAsync(LoadMode mode, IReadOnlyList<long> loads)
    {
        var changes = await CompareAsync(mode);
        var found = loads.ToDictionary(load => load, load => changes.GetValueOrDefault(load));
        if (mode == LoadMode.Replace)
        {
            var (removed, left) = await _leaving.MoveAsync(
                $"NOT EXISTS (SELECT 1 FROM {Staged} AS s WHERE {_columns.SameKey("s", "t")})", Whole.Text(loads[0]));
            found[loads[0]] = found[loads[0]] with { Removed = removed, Left = found[loads[0]].Left.And(left) };
        }
        if (mode != LoadMode.Remove && changes.Values.Any(change => change.Unchanged > 0))
            await session.ExecuteAsync(
                $"DELETE FROM {Staged} AS s USING {Rows} AS t WHERE {_columns.SameKey("s", "t")} AND {_columns.SameValues("s", "t")}", cancellationToken);
        if (changes.Values.Any(change => change.Replaced + change.Removed > 0))
            await _leaving.MoveMetAsync(Staged);
        if (mode == LoadMode.Remove)
            await staging.DropAsync();
        else
            await AddAndEndAsync(CameOf(changes.Values));
        return found;
    }

    /// <summary>Per load, how its rows meet those that are there.</summary>
    private async Task<Dictionary<long, RowChanges>> CompareAsync(LoadMode mode)
    {
        var removes = mode == LoadMode.Remove;
        var (isNew, isSame) = ($"t.{Names.Load} IS NULL", removes ? "false" : $"(t.{Names.Load} IS NOT NULL AND {_columns.SameValues("s", "t")})");
        var (came, left) = (_columns.Moment("s") ?? "NULL", _columns.Moment("t") ?? "NULL");
        var isMet = $"(t.{Names.Load} IS NOT NULL AND NOT {isSame})";
        var rows = await session.RowsAsync($"""
            SELECT s.{Names.Load}, count(*) FILTER (WHERE {isNew}), count(*) FILTER (WHERE {isMet}), count(*) FILTER (WHERE {isSame}),
              min(CASE WHEN NOT {isSame} THEN {came} END), max(CASE WHEN NOT {isSame} THEN {came} END),
              min(CASE WHEN {isMet} THEN {left} END), max(CASE WHEN {isMet} THEN {left} END)
            FROM {Staged} AS s LEFT JOIN {Rows} AS t ON {_columns.SameKey("s", "t")}
            GROUP BY s.{Names.Load}
            """, cancellationToken);
        return rows.ToDictionary(row => Whole.Of(row[0]), row => removes
            ? new RowChanges(0, 0, Whole.Of(row[2]), Whole.Of(row[1]), default, Stretch.Of(row[6], row[7]))
            : new RowChanges(Whole.Of(row[1]), Whole.Of(row[2]), 0, Whole.Of(row[3]), Stretch.Of(row[4], row[5]), Stretch.Of(row[6], row[7])));
    }

    private async Task AddAndEndAsync(Stretch came)
    {
        var (column, day) = await _days.InsertedAsync("s", came);
        await session.ExecuteAsync($"""
            INSERT INTO {Rows} ({_columns.List}, {Names.Load}, {Names.Origin}{column}) SELECT {_columns.Of("s")}, s.{Names.Load}, s.{Names.Load}{day} FROM {Staged} AS s
            """, cancellationToken);
        await staging.DropAsync();
    }

    private static Stretch CameOf(IEnumerable<RowChanges> changes) => changes.Aggregate(default(Stretch), (all, change) => all.And(change.Came));
}
