using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Kelvin.Changes;

/// <summary>One listener's changes, merged while it is busy. Ends when disposed.</summary>
public sealed class ChangeSubscription : IDisposable
{
    private readonly TimeProvider _clock;
    private readonly TimeSpan _pause;
    private readonly Action<ChangeSubscription> _leave;
    private readonly Lock _gate = new();

    // One waiting signal stands for any number of changes.
    private readonly Channel<bool> _signals = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

    private ImmutableSortedDictionary<string, DatasetChange> _waiting = ImmutableSortedDictionary.Create<string, DatasetChange>(StringComparer.Ordinal);

    internal ChangeSubscription(TimeProvider clock, TimeSpan pause, Action<ChangeSubscription> leave) =>
        (_clock, _pause, _leave) = (clock, pause, leave);

    /// <summary>What has changed, by dataset, as often as something has, with a pause between.</summary>
    public async IAsyncEnumerable<ImmutableSortedDictionary<string, DatasetChange>> ReadAllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var _ in _signals.Reader.ReadAllAsync(cancellationToken))
        {
            if (Take() is { IsEmpty: false } changes)
            {
                yield return changes;
                await Task.Delay(_pause, _clock, cancellationToken);
            }
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _leave(this);
        _signals.Writer.TryComplete();
    }

    internal void Add(DatasetChange change)
    {
        lock (_gate)
            _waiting = _waiting.SetItem(change.Dataset, _waiting.TryGetValue(change.Dataset, out var earlier) ? earlier.And(change) : change);
        _signals.Writer.TryWrite(true);
    }

    private ImmutableSortedDictionary<string, DatasetChange> Take()
    {
        lock (_gate)
        {
            var taken = _waiting;
            _waiting = _waiting.Clear();
            return taken;
        }
    }
}
