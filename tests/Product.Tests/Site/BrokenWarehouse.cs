using System.Collections.Immutable;
using Kelvin.Catalog;
using Kelvin.Compiler.Frames;
using Kelvin.Language;
using Kelvin.Queries.Trusting;
using Kelvin.Queries.Warehouse;
using Kelvin.Sql;

namespace Product.Tests.Site;

/// <summary>A warehouse in which everything fails.</summary>
internal sealed class BrokenWarehouse : IWarehouse
{
    private static Exception Failure => new InvalidOperationException("The warehouse is broken.");

    public SqlDialect Dialect => throw Failure;

    public Task<ImmutableArray<Issue>> PrepareAsync(MetricCatalog catalog, CancellationToken cancellationToken) => throw Failure;

    public Task<Frame> QueryAsync(SqlText statement, ImmutableArray<ResultColumn> shape, CancellationToken cancellationToken) => throw Failure;

    public Task<ImmutableSortedDictionary<string, DatasetState>> StatesAsync(CancellationToken cancellationToken) => throw Failure;

    public Task<Checked<LoadReport>> LoadAsync(LoadRequest request, IProgress<LoadProgress>? progress, CancellationToken cancellationToken) => throw Failure;

    public Task<ImmutableArray<Checked<WriteReceipt>>> WriteAsync(ImmutableArray<RowBatch> batches, CancellationToken cancellationToken) => throw Failure;

    public IRowSource KnownOn(DateTimeOffset moment) => this;

    public Task<ImmutableArray<LoadRecord>> LoadsAsync(string? dataset, int most, CancellationToken cancellationToken) => throw Failure;

    public Task<Checked<LoadRecord>> UndoAsync(long load, string? person, string? reason, CancellationToken cancellationToken) => throw Failure;

    public Task<LoadRecord?> FindLoadAsync(long load, CancellationToken cancellationToken) => throw Failure;

    public Task<DatasetInspection?> InspectAsync(string dataset, CancellationToken cancellationToken) => throw Failure;

    public Task<long> CompactAsync(DateTimeOffset before, CancellationToken cancellationToken) => throw Failure;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
