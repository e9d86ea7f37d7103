using System.Collections.Immutable;
using Kelvin.Language;
using Kelvin.Queries.Warehouse;

namespace Collection.Tests.Pushing;

/// <summary>A warehouse whose writes wait until they are let through, or fail when told to.</summary>
internal sealed class HeldWarehouse(IWarehouse warehouse) : PassingWarehouse(warehouse)
{
    private readonly SemaphoreSlim _open = new(0);

    /// <summary>How many batches each write had.</summary>
    public List<int> Groups { get; } = [];

    public bool Fails { get; set; }

    public void LetThrough(int writes) => _open.Release(writes);

    public override async Task<ImmutableArray<Checked<WriteReceipt>>> WriteAsync(ImmutableArray<RowBatch> batches, CancellationToken cancellationToken)
    {
        await _open.WaitAsync(cancellationToken);
        Groups.Add(batches.Length);
        return Fails ? throw new WarehouseException("The disk is full.") : await base.WriteAsync(batches, cancellationToken);
    }
}
