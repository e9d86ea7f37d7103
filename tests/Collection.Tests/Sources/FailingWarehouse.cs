using System.Collections.Immutable;
using Kelvin.Language;
using Kelvin.Queries.Warehouse;

namespace Collection.Tests.Sources;

/// <summary>A warehouse whose disk is full.</summary>
internal sealed class FailingWarehouse(IWarehouse warehouse) : PassingWarehouse(warehouse)
{
    public override Task<Checked<LoadReport>> LoadAsync(LoadRequest request, IProgress<LoadProgress>? progress, CancellationToken cancellationToken) =>
        throw new WarehouseException("No space left on device");

    public override Task<ImmutableArray<Checked<WriteReceipt>>> WriteAsync(ImmutableArray<RowBatch> batches, CancellationToken cancellationToken) =>
        throw new WarehouseException("No space left on device");
}
