using System.Collections.Immutable;
using Kelvin.Catalog;
using Kelvin.Compiler.Frames;
using Kelvin.Language;
using Kelvin.Queries.Warehouse;
using Kelvin.Sql;

namespace Collection.Tests.Pushing;

/// <summary>A warehouse whose writes wait until they are let through, or fail when told to.</summary>
internal sealed class HeldWarehouse(IWarehouse warehouse) : IWarehouse
{
    private readonly SemaphoreSlim _open = new(0);

    /// <summary>How many batches each write had.</summary>
    public List<int> Groups { get; } = [];

    public bool Fails { get; set; }

    public SqlDialect Dialect => warehouse.Dialect;

    public void LetThrough(int writes) => _open.Release(writes);

    public async Task<ImmutableArray<Checked<WriteReceipt>>> WriteAsync(ImmutableArray<RowBatch> batches, CancellationToken cancellationToken)
    {
        await _open.WaitAsync(cancellationToken);
        Groups.Add(batches.Length);
        return Fails ? throw new WarehouseException("The disk is full.") : await warehouse.WriteAsync(batches, cancellationToken);
    }

    public Task<ImmutableArray<Issue>> PrepareAsync(MetricCatalog catalog, CancellationToken cancellationToken) => warehouse.PrepareAsync(catalog, cancellationToken);

    public Task<Frame> QueryAsync(SqlText statement, ImmutableArray<ResultColumn> shape, CancellationToken cancellationToken) => warehouse.QueryAsync(statement, shape, cancellationToken);

    public Task<ImmutableSortedDictionary<string, DatasetState>> StatesAsync(CancellationToken cancellationToken) => warehouse.StatesAsync(cancellationToken);

    public IRowSource KnownOn(DateTimeOffset moment) => warehouse.KnownOn(moment);

    public Task<Checked<LoadReport>> LoadAsync(LoadRequest request, IProgress<LoadProgress>? progress, CancellationToken cancellationToken) => warehouse.LoadAsync(request, progress, cancellationToken);

    public Task<ImmutableArray<LoadRecord>> LoadsAsync(string? dataset, int most, CancellationToken cancellationToken) => warehouse.LoadsAsync(dataset, most, cancellationToken);

    public Task<LoadRecord?> LoadAsync(long load, CancellationToken cancellationToken) => warehouse.LoadAsync(load, cancellationToken);

    public Task<Checked<LoadRecord>> UndoAsync(long load, string? person, string? reason, CancellationToken cancellationToken) => warehouse.UndoAsync(load, person, reason, cancellationToken);

    public Task<long> CompactAsync(DateTimeOffset before, CancellationToken cancellationToken) => warehouse.CompactAsync(before, cancellationToken);

    public ValueTask DisposeAsync() => warehouse.DisposeAsync();
}
