using System.Threading.Channels;

namespace Kelvin.Workspace;

/// <summary>
/// Changes of a live catalog from the moment of subscribing. Who reads slowly misses steps in between, never the latest state.
/// </summary>
public sealed class CatalogSubscription : IDisposable
{
    private readonly Channel<CatalogChange> _changes = Channel.CreateBounded<CatalogChange>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });

    private readonly Action<CatalogSubscription> _leave;

    internal CatalogSubscription(Action<CatalogSubscription> leave) => _leave = leave;

    /// <summary>The changes; complete when the catalog is disposed or the subscription ends.</summary>
    public ChannelReader<CatalogChange> Changes => _changes.Reader;

    /// <inheritdoc />
    public void Dispose()
    {
        _leave(this);
        Complete();
    }

    internal void Publish(CatalogChange change) => _changes.Writer.TryWrite(change);

    internal void Complete() => _changes.Writer.TryComplete();
}
