using System.Collections.Immutable;
using Kelvin.Catalog;
using Kelvin.Compiler.Frames;
using Kelvin.Language;
using Kelvin.Queries.Warehouse;
using Kelvin.Sql;

namespace Collection.Tests.Sources;

/// <summary>A warehouse whose disk is full.</summary>
internal sealed class FailingWarehouse(IWarehouse warehouse) : IWarehouse
{
    public SqlDialect Dialect => warehouse.Dialect;

    public Task<Checked<LoadReport>> LoadAsync(LoadRequest request, IProgress<LoadProgress>? progress, CancellationToken cancellationToken) =>
        throw new WarehouseException("No space left on device");

    public Task<ImmutableArray<Checked<WriteReceipt>>> WriteAsync(ImmutableArray<RowBatch> batches, CancellationToken cancellationToken) =>
        throw new WarehouseException("No space left on device");

    public Task<ImmutableArray<Issue>> PrepareAsync(MetricCatalog catalog, CancellationToken cancellationToken) => warehouse.PrepareAsync(catalog, cancellationToken);

    public Task<Frame> QueryAsync(SqlText statement, ImmutableArray<ResultColumn> shape, CancellationToken cancellationToken) => warehouse.QueryAsync(statement, shape, cancellationToken);

    public Task<ImmutableSortedDictionary<string, DatasetState>> StatesAsync(CancellationToken cancellationToken) => warehouse.StatesAsync(cancellationToken);

    public IRowSource KnownOn(DateTimeOffset moment) => warehouse.KnownOn(moment);

    public Task<ImmutableArray<LoadRecord>> LoadsAsync(string? dataset, int most, CancellationToken cancellationToken) => warehouse.LoadsAsync(dataset, most, cancellationToken);

    public Task<LoadRecord?> LoadAsync(long load, CancellationToken cancellationToken) => warehouse.LoadAsync(load, cancellationToken);

    public Task<Checked<LoadRecord>> UndoAsync(long load, string? person, string? reason, CancellationToken cancellationToken) => warehouse.UndoAsync(load, person, reason, cancellationToken);

    public Task<long> CompactAsync(DateTimeOffset before, CancellationToken cancellationToken) => warehouse.CompactAsync(before, cancellationToken);

    public ValueTask DisposeAsync() => warehouse.DisposeAsync();
}
