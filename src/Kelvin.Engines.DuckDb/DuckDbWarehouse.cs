using System.Collections.Immutable;
using Kelvin.Catalog;
using Kelvin.Compiler.Frames;
using Kelvin.Engines.DuckDb.Connections;
using Kelvin.Engines.DuckDb.Loading;
using Kelvin.Engines.DuckDb.Preparing;
using Kelvin.Engines.DuckDb.Reading;
using Kelvin.Engines.DuckDb.States;
using Kelvin.Language;
using Kelvin.Queries.Warehouse;
using Kelvin.Sql;
using Kelvin.Sql.Dialects;

namespace Kelvin.Engines.DuckDb;

/// <summary>A warehouse in DuckDB: in this process, in one folder or in memory. Safe for use by many threads.</summary>
public sealed class DuckDbWarehouse : IWarehouse
{
    private readonly DuckDbInstance _instance;
    private readonly TimeProvider _clock;
    // Two loads into one dataset would conflict at the end; better that the second waits.
    private readonly SemaphoreSlim _writing = new(1, 1);
    private volatile ViewStates _views = new(ImmutableSortedDictionary<string, Dataset>.Empty, ImmutableDictionary<string, ImmutableArray<string>>.Empty);

    // Only this process writes, so what was read holds until something is written.
    private long _writes;
    private volatile KnownStates? _known;

    private DuckDbWarehouse(DuckDbInstance instance, TimeProvider clock)
    {
        _instance = instance;
        _clock = clock;
    }

    /// <inheritdoc />
    public SqlDialect Dialect => DuckDbDialect.Instance;

    /// <summary>Opens the warehouse of a folder, which is made when it is not there.</summary>
    /// <exception cref="WarehouseException">Another process holds it, or its file cannot be read.</exception>
    public static Task<DuckDbWarehouse> OpenAsync(string folder, DuckDbSettings settings, CancellationToken cancellationToken) =>
        OpenAsync(() => DuckDbInstance.Open(WarehouseFolder.At(folder), isInMemory: false, settings), settings, cancellationToken);

    /// <summary>Opens a warehouse that is gone when it is disposed.</summary>
    public static Task<DuckDbWarehouse> OpenInMemoryAsync(DuckDbSettings settings, CancellationToken cancellationToken) =>
        OpenAsync(() => DuckDbInstance.Open(WarehouseFolder.Temporary(), isInMemory: true, settings), settings, cancellationToken);

    /// <inheritdoc />
    public async Task<ImmutableArray<Issue>> PrepareAsync(MetricCatalog catalog, CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken);
        try
        {
            return await Task.Run(() => Prepare(catalog, cancellationToken), cancellationToken);
        }
        finally
        {
            Interlocked.Increment(ref _writes);
            _writing.Release();
        }
    }

    /// <inheritdoc />
    public Task<Frame> QueryAsync(SqlText statement, ImmutableArray<ResultColumn> shape, CancellationToken cancellationToken) =>
        Task.Run(() =>
        {
            using var session = _instance.Connect();
            return session.Arrow(statement.Text, cancellationToken, statement.Parameters.AsSpan(), stream => FrameReader.Read(stream, shape, cancellationToken));
        }, cancellationToken);

    /// <inheritdoc />
    public Task<ImmutableSortedDictionary<string, DatasetState>> StatesAsync(CancellationToken cancellationToken) =>
        _known is { } known && known.Writes == Volatile.Read(ref _writes)
            ? Task.FromResult(known.States)
            : Task.Run(() =>
            {
                var writes = Volatile.Read(ref _writes);
                using var session = _instance.Connect();
                var tables = ImmutableSortedDictionary.CreateBuilder<string, DatasetState>(StringComparer.Ordinal);
                foreach (var state in new StateBook(session, cancellationToken).Read())
                    tables.Add(state.Dataset, state);
                var states = _views.AddTo(tables.ToImmutable(), session, cancellationToken);
                _known = new KnownStates(writes, states);
                return states;
            }, cancellationToken);

    /// <inheritdoc />
    public async Task<Checked<LoadReport>> LoadAsync(LoadRequest request, IProgress<LoadProgress>? progress, CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken);
        try
        {
            return await Task.Run(() => new FileLoad(_instance, _clock, request, progress, cancellationToken).Run(), cancellationToken);
        }
        finally
        {
            Interlocked.Increment(ref _writes);
            _writing.Release();
        }
    }

    /// <inheritdoc />
    public async Task<Checked<AppendReceipt>> AppendAsync(Dataset dataset, Frame rows, CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken);
        try
        {
            return await Task.Run(() => new RowAppend(_instance, _clock, dataset, rows, cancellationToken).Run(), cancellationToken);
        }
        finally
        {
            Interlocked.Increment(ref _writes);
            _writing.Release();
        }
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync()
    {
        _instance.Dispose();
        _writing.Dispose();
        return ValueTask.CompletedTask;
    }

    private static Task<DuckDbWarehouse> OpenAsync(Func<DuckDbInstance> open, DuckDbSettings settings, CancellationToken cancellationToken) =>
        Task.Run(() =>
        {
            var instance = open();
            using var session = instance.Connect();
            new StateBook(session, cancellationToken).Open();
            return new DuckDbWarehouse(instance, settings.Clock);
        }, cancellationToken);

    private ImmutableArray<Issue> Prepare(MetricCatalog catalog, CancellationToken cancellationToken)
    {
        using var session = _instance.Connect();
        var tables = new TablePreparation(session, cancellationToken);
        var book = new StateBook(session, cancellationToken);
        var views = new ViewPreparation(session, tables, catalog, cancellationToken);
        var issues = ImmutableArray.CreateBuilder<Issue>();
        session.Transaction(() =>
        {
            foreach (var dataset in catalog.Datasets.Values.Where(dataset => dataset.Source is DatasetSource.Files))
            {
                if (tables.Prepare(dataset) is { } issue)
                    issues.Add(issue);
                book.Enter(dataset);
            }
            return true;
        });
        // Outside the transaction: a query that the engine refuses would end it.
        foreach (var dataset in catalog.Datasets.Values)
            views.Prepare(dataset);
        _views = new ViewStates(catalog.Datasets, views.Reads);
        return [.. issues, .. views.Issues];
    }

    /// <summary>States as they were after so many writes.</summary>
    private sealed record KnownStates(long Writes, ImmutableSortedDictionary<string, DatasetState> States);
}
