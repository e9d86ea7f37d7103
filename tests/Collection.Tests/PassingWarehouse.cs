using System.Collections.Immutable;
using Kelvin.Catalog;
using Kelvin.Compiler.Frames;
using Kelvin.Language;
using Kelvin.Queries.Trusting;
using Kelvin.Queries.Warehouse;
using Kelvin.Sql;

namespace Collection.Tests;

/// <summary>Hands everything on to another warehouse; what a test wants otherwise it overrides.</summary>
internal abstract class PassingWarehouse(IWarehouse warehouse) : IWarehouse
{
    public SqlDialect Dialect => warehouse.Dialect;

    public virtual Task<Checked<LoadReport>> LoadAsync(LoadRequest request, IProgress<LoadProgress>? progress, CancellationToken cancellationToken) =>
        warehouse.LoadAsync(request, progress, cancellationToken);

    public virtual Task<ImmutableArray<Checked<WriteReceipt>>> WriteAsync(ImmutableArray<RowBatch> batches, CancellationToken cancellationToken) =>
        warehouse.WriteAsync(batches, cancellationToken);

    public Task<ImmutableArray<Issue>> PrepareAsync(MetricCatalog catalog, CancellationToken cancellationToken) => warehouse.PrepareAsync(catalog, cancellationToken);

    public Task<Frame> QueryAsync(SqlText statement, ImmutableArray<ResultColumn> shape, CancellationToken cancellationToken) => warehouse.QueryAsync(statement, shape, cancellationToken);

    public Task<ImmutableSortedDictionary<string, DatasetState>> StatesAsync(CancellationToken cancellationToken) => warehouse.StatesAsync(cancellationToken);

    public IRowSource KnownOn(DateTimeOffset moment) => warehouse.KnownOn(moment);

    public Task<ImmutableArray<LoadRecord>> LoadsAsync(string? dataset, int most, CancellationToken cancellationToken) => warehouse.LoadsAsync(dataset, most, cancellationToken);

    public Task<LoadRecord?> FindLoadAsync(long load, CancellationToken cancellationToken) => warehouse.FindLoadAsync(load, cancellationToken);

    public Task<Checked<LoadRecord>> UndoAsync(long load, string? person, string? reason, CancellationToken cancellationToken) => warehouse.UndoAsync(load, person, reason, cancellationToken);

    public Task<DatasetInspection?> InspectAsync(string dataset, CancellationToken cancellationToken) => warehouse.InspectAsync(dataset, cancellationToken);

    public Task<long> CompactAsync(DateTimeOffset before, CancellationToken cancellationToken) => warehouse.CompactAsync(before, cancellationToken);

    public ValueTask DisposeAsync() => warehouse.DisposeAsync();
}
