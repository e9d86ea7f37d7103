using System.Collections.Immutable;
using Kelvin.Catalog;
using Kelvin.Compiler.Frames;
using Kelvin.Engines.Book;
using Kelvin.Engines.DuckDb.Connections;
using Kelvin.Engines.DuckDb.Loading;
using Kelvin.Engines.DuckDb.Preparing;
using Kelvin.Engines.DuckDb.Reading;
using Kelvin.Engines.Inspecting;
using Kelvin.Engines.Knowing;
using Kelvin.Engines.Preparing;
using Kelvin.Engines.Undoing;
using Kelvin.Engines.Writing;
using Kelvin.Language;
using Kelvin.Queries.Trusting;
using Kelvin.Queries.Warehouse;
using Kelvin.Sql;

namespace Kelvin.Engines.DuckDb;

/// <summary>A warehouse in DuckDB: in this process, in one folder or in memory. Safe for use by many threads.</summary>
public sealed class DuckDbWarehouse : IWarehouse
{
    private readonly DuckDbInstance _instance;
    private readonly DuckDbEngine _engine;
    private readonly TimeProvider _clock;
    private readonly RememberedKeys _keys;
    // Two loads into one dataset would conflict at the end; better that the second waits.
    private readonly SemaphoreSlim _writing = new(1, 1);
    private volatile ViewStates _prepared;

    // Only this process writes, so what was read holds until something is written.
    private long _writes;
    private volatile KnownStates? _known;

    private DuckDbWarehouse(DuckDbInstance instance, DuckDbEngine engine, TimeProvider clock)
    {
        _instance = instance;
        _engine = engine;
        _clock = clock;
        _keys = new RememberedKeys(engine.KeyHashes!);
        _prepared = ViewStates.Empty(engine);
    }

    /// <inheritdoc />
    public SqlDialect Dialect => _engine.Dialect;

    /// <summary>Opens the warehouse of a folder, which is made when it is not there.</summary>
    /// <exception cref="WarehouseException">Another process holds it, or its file cannot be read.</exception>
    public static Task<DuckDbWarehouse> OpenAsync(string folder, DuckDbSettings settings, CancellationToken cancellationToken) =>
        OpenAsync(() => DuckDbInstance.Open(WarehouseFolder.At(folder), isInMemory: false, settings), settings, cancellationToken);

    /// <summary>Opens a warehouse that is gone when it is disposed.</summary>
    public static Task<DuckDbWarehouse> OpenInMemoryAsync(DuckDbSettings settings, CancellationToken cancellationToken) =>
        OpenAsync(() => DuckDbInstance.Open(WarehouseFolder.Temporary(), isInMemory: true, settings), settings, cancellationToken);

    /// <inheritdoc />
    public Task<ImmutableArray<Issue>> PrepareAsync(MetricCatalog catalog, CancellationToken cancellationToken) =>
        WriteAsync(async () =>
        {
            using var session = _instance.Connect();
            var preparation = new CatalogPreparation(_engine, session, _clock, catalog, cancellationToken);
            var issues = await preparation.RunAsync();
            _prepared = preparation.Prepared;
            return issues;
        }, cancellationToken);

    /// <inheritdoc />
    public Task<Frame> QueryAsync(SqlText statement, ImmutableArray<ResultColumn> shape, CancellationToken cancellationToken) =>
        Task.Run(async () =>
        {
            using var session = _instance.Connect();
            return await _engine.QueryAsync(session, statement, shape, cancellationToken);
        }, cancellationToken);

    /// <inheritdoc />
    public Task<ImmutableSortedDictionary<string, DatasetState>> StatesAsync(CancellationToken cancellationToken) =>
        _known is { } known && known.Writes == Volatile.Read(ref _writes)
            ? Task.FromResult(known.States)
            : Task.Run(async () =>
            {
                var writes = Volatile.Read(ref _writes);
                using var session = _instance.Connect();
                var tables = ImmutableSortedDictionary.CreateBuilder<string, DatasetState>(StringComparer.Ordinal);
                foreach (var state in await new StateBook(_engine, session, cancellationToken).ReadAsync())
                    tables.Add(state.Dataset, state);
                var states = await _prepared.AddToAsync(tables.ToImmutable(), session, cancellationToken);
                _known = new KnownStates(writes, states);
                return states;
            }, cancellationToken);

    /// <inheritdoc />
    public IRowSource KnownOn(DateTimeOffset moment) =>
        new UnblockedSource(new KnownSource(_engine, moment, _prepared, this));

    /// <inheritdoc />
    public Task<Checked<LoadReport>> LoadAsync(LoadRequest request, IProgress<LoadProgress>? progress, CancellationToken cancellationToken) =>
        FillAsync(() => new FileLoad(_instance, _engine, _prepared, _clock, request, progress, cancellationToken).RunAsync(), cancellationToken);

    /// <inheritdoc />
    public Task<ImmutableArray<Checked<WriteReceipt>>> WriteAsync(ImmutableArray<RowBatch> batches, CancellationToken cancellationToken) =>
        FillAsync(() => new BatchWriting(_engine, _keys, _prepared, _clock, batches, cancellationToken).RunAsync(), cancellationToken);

    /// <inheritdoc />
    public Task<ImmutableArray<LoadRecord>> LoadsAsync(string? dataset, int most, CancellationToken cancellationToken) =>
        Task.Run(async () =>
        {
            using var session = _instance.Connect();
            return (await new LoadBook(_engine, session, cancellationToken).NewestAsync(dataset, most)).Select(line => line.Record).ToImmutableArray();
        }, cancellationToken);

    /// <inheritdoc />
    public Task<LoadRecord?> FindLoadAsync(long load, CancellationToken cancellationToken) =>
        Task.Run(async () =>
        {
            using var session = _instance.Connect();
            return (await new LoadBook(_engine, session, cancellationToken).FindAsync(load))?.Record;
        }, cancellationToken);

    /// <inheritdoc />
    public Task<Checked<LoadRecord>> UndoAsync(long load, string? person, string? reason, CancellationToken cancellationToken) =>
        FillAsync(() => new LoadUndo(_engine, _clock, _prepared, cancellationToken).RunAsync(load, person, reason), cancellationToken);

    /// <inheritdoc />
    public Task<DatasetInspection?> InspectAsync(string dataset, CancellationToken cancellationToken) =>
        WriteAsync(() => LoadInspection.OfWhatIsThereAsync(_engine, _prepared, _clock, dataset, cancellationToken), cancellationToken);

    /// <inheritdoc />
    public Task<long> CompactAsync(DateTimeOffset before, CancellationToken cancellationToken) =>
        WriteAsync(() => new Compaction(_engine, cancellationToken).RunAsync(before), cancellationToken);

    /// <inheritdoc />
    public ValueTask DisposeAsync()
    {
        _instance.Dispose();
        _writing.Dispose();
        return ValueTask.CompletedTask;
    }

    private static Task<DuckDbWarehouse> OpenAsync(Func<DuckDbInstance> open, DuckDbSettings settings, CancellationToken cancellationToken) =>
        Task.Run(async () =>
        {
            var instance = open();
            var engine = new DuckDbEngine(instance, settings);
            using var session = instance.Connect();
            await session.TransactionAsync(async () =>
            {
                await new BookTables(engine, session, cancellationToken).OpenAsync();
                return true;
            }, cancellationToken);
            return new DuckDbWarehouse(instance, engine, settings.Clock);
        }, cancellationToken);

    private Task<T> FillAsync<T>(Func<Task<T>> write, CancellationToken cancellationToken) => WriteAsync(
        () =>
        {
            _instance.NeedRoom();
            return write();
        }, cancellationToken);

    private async Task<T> WriteAsync<T>(Func<Task<T>> write, CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken);
        try
        {
            return await Task.Run(write, cancellationToken);
        }
        finally
        {
            Interlocked.Increment(ref _writes);
            _writing.Release();
        }
    }

    /// <summary>States as they were after so many writes.</summary>
    private sealed record KnownStates(long Writes, ImmutableSortedDictionary<string, DatasetState> States);
}
