using Kelvin.Catalog;
using Kelvin.Engines.Book;
using Kelvin.Engines.Inspecting;
using Kelvin.Engines.Preparing;
using Kelvin.Engines.Publishing;
using Kelvin.Engines.Sessions;
using Kelvin.Engines.Staging;
using Kelvin.Language;
using Kelvin.Queries.Warehouse;

namespace Kelvin.Engines.Writing;

/// <summary>Writes the batches of one dataset, inside a transaction: staged together, checked as sets, inserted at once.</summary>
internal sealed class DatasetWriting(
    IEngine engine, ISession session, RememberedKeys? remembered, ViewStates prepared, TimeProvider clock, Dataset dataset, CancellationToken cancellationToken)
{
    private readonly string _keyColumns = new DatasetColumns(engine, dataset).Keys;
    private readonly LoadBook _loads = new(engine, session, cancellationToken);
    private readonly StateBook _states = new(engine, session, cancellationToken);
    private readonly List<(int, Checked<WriteReceipt>)> _outcomes = [];
    private readonly List<LoadLine> _lines = [];
    private KnownKeys? _keys;
    private long _version;

    /// <summary>What became of each batch, by its place.</summary>
    public async Task<IReadOnlyList<(int Place, Checked<WriteReceipt> Outcome)>> WriteAsync(IReadOnlyList<(int Place, RowBatch Batch)> batches)
    {
        await engine.LockAsync(session, dataset.Name, cancellationToken);
        var known = await _loads.ByKeyAsync(dataset.Name, [.. batches.Select(one => one.Batch.Key).OfType<string>().Distinct(StringComparer.Ordinal)]);
        var repeats = new List<(int Place, RowBatch Batch)>();
        var firsts = new HashSet<string>(StringComparer.Ordinal);
        var numbers = new Queue<long>(await _loads.NumbersAsync(batches.Count));
        var pending = new List<PendingBatch>();
        foreach (var (place, batch) in batches)
            if (batch.Key is { } key && (known.ContainsKey(key) || !firsts.Add(key)))
                repeats.Add((place, batch));
            else
                pending.Add(new PendingBatch(batch, place, numbers.Dequeue()));
        var moment = await _loads.MomentAsync(dataset.Name, clock);
        await RecallKeysAsync();
        foreach (var wave in Waves(pending))
            await WriteAsync(wave, moment);
        await _loads.WriteAsync(_lines);
        if (_lines.FindLast(line => line.Record.Added + line.Record.Replaced + line.Record.Removed > 0) is { Record: var last })
            await new LoadInspection(engine, session, prepared, clock, cancellationToken).RefuseOrWriteAsync(dataset.Name, last.Id, moment, last.Source);
        foreach (var (place, batch) in repeats)
            _outcomes.Add((place, Repeated(batch, known)));
        return _outcomes;
    }

    /// <summary>Remembers the keys that the dataset has now; to be called once that is durable.</summary>
    public void RememberKeys() => remembered?.Keep(dataset.Name, _keys, _keyColumns, _version);

    private async Task RecallKeysAsync()
    {
        if (remembered is null || dataset.RowKey.IsEmpty)
            return;
        (var rows, _version) = await _states.SizeAsync(dataset.Name);
        _keys = await remembered.TakeAsync(session, dataset, _keyColumns, HashesIn(engine.Names.Rows(dataset.Name)), rows, _version, cancellationToken);
    }

    private string HashesIn(string table) => $"SELECT {engine.HashOf(_keyColumns)} FROM {table}";

    /// <summary>Whether none of the staged keys is among the dataset's rows, as far as that is remembered; from now on they are.</summary>
    private async Task<bool> AreNewAsync(StagingTable staging)
    {
        if (_keys is not { } keys)
            return false;
        var areNew = true;
        await remembered!.Hashes.ReadAsync(session, HashesIn(staging.Name), hash =>
        {
            if (keys.MayHave(hash))
                areNew = false;
            else
                keys.Add(hash);
        }, cancellationToken);
        return areNew;
    }

    /// <summary>A key that comes again: the first one's receipt, unless the content is another; of two in one call the first one's refusal too.</summary>
    private Checked<WriteReceipt> Repeated(RowBatch batch, Dictionary<string, LoadLine> known)
    {
        var (key, content) = (batch.Key!, batch.Content);
        if ((known.GetValueOrDefault(key) ?? _lines.Find(line => line.Fingerprint == key)) is not { } first)
            return Checked<WriteReceipt>.Faulty(Issue.At(null, "rows.first-refused", ("dataset", dataset.Name), ("key", key)));
        return content is not null && first.Content is not null && content != first.Content
            ? Checked<WriteReceipt>.Faulty(Issue.At(null, "rows.key-of-another", ("dataset", dataset.Name), ("key", key), ("load", first.Record.Id)))
            : Checked<WriteReceipt>.Sound(PendingBatch.Again(first));
    }

    /// <summary>Batches that can be written as one set, in their order: of one mode, and no key in two of them.</summary>
    private IEnumerable<List<PendingBatch>> Waves(List<PendingBatch> pending)
    {
        var wave = new List<PendingBatch>();
        var keys = new HashSet<RowKey>();
        foreach (var batch in pending)
        {
            batch.Check();
            List<RowKey> own = dataset.RowKey.IsEmpty ? [] : [.. batch.Rows.Select(row => RowKey.Of(dataset, batch.Batch.Rows, row))];
            if (wave.Count > 0 && (batch.Batch.Mode != wave[0].Batch.Mode || batch.Batch.Mode == LoadMode.Replace || own.Exists(keys.Contains)))
            {
                yield return wave;
                wave = [];
                keys.Clear();
            }
            wave.Add(batch);
            keys.UnionWith(own);
        }
        if (wave.Count > 0)
            yield return wave;
    }

    private async Task WriteAsync(List<PendingBatch> wave, DateTime moment)
    {
        var staging = await StagingTable.ForBatchesAsync(engine, session, dataset, cancellationToken);
        await session.AppendAsync(
            staging.Name, staging.Columns.Stored, [.. wave.Select(batch => new StagedRows(batch.Load, batch.Batch.Rows, batch.Rows))], cancellationToken);
        var mode = wave[0].Batch.Mode;
        var areNew = await AreNewAsync(staging);
        if (mode == LoadMode.Append && staging.Columns.HasKey && !areNew)
            await RefusePresentAsync(wave, staging);
        // A batch without a sound row says nothing; that it be the whole truth must not empty the dataset.
        var taken = wave.Where(batch => batch.Rows.Count > 0 || batch.Batch.Mode == LoadMode.Replace && batch.Refused.Count == 0).ToList();
        IReadOnlyDictionary<long, RowChanges> changes = new Dictionary<long, RowChanges>();
        if (taken.Count == 0)
            await staging.DropAsync();
        else
            changes = await new Publication(engine, session, dataset, staging, cancellationToken).PublishAsync(mode == LoadMode.Upsert && areNew ? LoadMode.Append : mode, [.. taken.Select(batch => batch.Load)]);
        var made = wave.Select(batch => changes.GetValueOrDefault(batch.Load)).ToList();
        // Batches of which every row was refused leave all as it was, and do not confirm it.
        _version = taken.Count == 0 && wave.Exists(batch => batch.Refused.Count > 0)
            ? await _states.VersionAsync(dataset.Name)
            : await _states.ChangeAsync(dataset, made, LastSource(wave, made), moment);
        var version = _version - made.Count(change => change.IsChange);
        foreach (var (batch, change) in wave.Zip(made))
        {
            version += change.IsChange ? 1 : 0;
            _outcomes.Add((batch.Place, batch.Outcome(change, version)));
            if (batch.IsWritten(change))
                _lines.Add(batch.Line(change, moment, version));
        }
    }

    private static string? LastSource(List<PendingBatch> wave, List<RowChanges> made) =>
        made.FindLastIndex(change => change.IsChange) is >= 0 and var last ? wave[last].Batch.Source : null;

    private static async Task RefusePresentAsync(List<PendingBatch> wave, StagingTable staging)
    {
        var present = await staging.PresentAsync();
        if (present.Count == 0)
            return;
        var byLoad = wave.ToDictionary(batch => batch.Load);
        foreach (var lines in present.GroupBy(row => row.Load, row => row.Line))
            byLoad[lines.Key].RefusePresent(lines.ToHashSet());
        await staging.RemovePresentAsync([.. wave.Where(batch => batch.IsRefused).Select(batch => batch.Load)]);
    }
}
