using System.Collections.Immutable;
using Kelvin.Catalog;
using Kelvin.Compiler.Frames;
using Kelvin.Language;
using Kelvin.Queries.Trusting;
using Kelvin.Queries.Warehouse;
using Kelvin.Sql;

namespace Entries.Tests;

/// <summary>A warehouse whose process dies when values are handed on, or that cannot be reached.</summary>
internal sealed class DyingWarehouse(IWarehouse warehouse, bool afterWriting) : IWarehouse
{
    public bool IsBroken { get; set; } = true;

    public bool IsOutOfReach { get; init; }

    /// <summary>Happens once, after rows have been read and before whoever reads them has them.</summary>
    public Func<Task>? Meanwhile { get; set; }

    public SqlDialect Dialect => warehouse.Dialect;

    public async Task<ImmutableArray<Checked<WriteReceipt>>> WriteAsync(ImmutableArray<RowBatch> batches, CancellationToken cancellationToken)
    {
        if (IsBroken && IsOutOfReach)
            throw new WarehouseException("The server does not answer.");
        if (IsBroken && !afterWriting)
            throw new InvalidOperationException("The process has died.");
        var written = await warehouse.WriteAsync(batches, cancellationToken);
        return IsBroken ? throw new InvalidOperationException("The process has died.") : written;
    }

    public Task<ImmutableArray<Issue>> PrepareAsync(MetricCatalog catalog, CancellationToken cancellationToken) => warehouse.PrepareAsync(catalog, cancellationToken);

    public async Task<Frame> QueryAsync(SqlText statement, ImmutableArray<ResultColumn> shape, CancellationToken cancellationToken)
    {
        var rows = await warehouse.QueryAsync(statement, shape, cancellationToken);
        var (happens, _) = (Meanwhile, Meanwhile = null);
        if (happens is not null)
            await happens();
        return rows;
    }

    public Task<ImmutableSortedDictionary<string, DatasetState>> StatesAsync(CancellationToken cancellationToken) => warehouse.StatesAsync(cancellationToken);

    public Task<Checked<LoadReport>> LoadAsync(LoadRequest request, IProgress<LoadProgress>? progress, CancellationToken cancellationToken) => warehouse.LoadAsync(request, progress, cancellationToken);

    public IRowSource KnownOn(DateTimeOffset moment) => warehouse.KnownOn(moment);

    public Task<ImmutableArray<LoadRecord>> LoadsAsync(string? dataset, int most, CancellationToken cancellationToken) => warehouse.LoadsAsync(dataset, most, cancellationToken);

    public Task<LoadRecord?> FindLoadAsync(long load, CancellationToken cancellationToken) => warehouse.FindLoadAsync(load, cancellationToken);

    public Task<Checked<LoadRecord>> UndoAsync(long load, string? person, string? reason, CancellationToken cancellationToken) => warehouse.UndoAsync(load, person, reason, cancellationToken);

    public Task<DatasetInspection?> InspectAsync(string dataset, CancellationToken cancellationToken) => warehouse.InspectAsync(dataset, cancellationToken);

    public Task<long> CompactAsync(DateTimeOffset before, CancellationToken cancellationToken) => warehouse.CompactAsync(before, cancellationToken);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
