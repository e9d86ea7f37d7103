namespace Kelvin.Changes;

/// <summary>
/// Tells those who listen what has changed. Who writes never waits for who listens: changes that a listener has not taken yet are
/// merged, one for each dataset, so that a slow listener falls behind in time and never in memory.
/// </summary>
public sealed class ChangeFeed(TimeProvider clock)
{
    private readonly Lock _gate = new();
    private readonly List<ChangeSubscription> _subscriptions = [];

    /// <summary>Tells every listener.</summary>
    public void Publish(DatasetChange change)
    {
        lock (_gate)
            foreach (var subscription in _subscriptions)
                subscription.Add(change);
    }

    /// <summary>Changes from now on. Subscribe first, then read what there is: nothing is missed in between.</summary>
    /// <param name="pause">The least time between two deliveries; a change after a longer silence is delivered at once.</param>
    public ChangeSubscription Subscribe(TimeSpan pause)
    {
        var subscription = new ChangeSubscription(clock, pause, Leave);
        lock (_gate)
            _subscriptions.Add(subscription);
        return subscription;
    }

    private void Leave(ChangeSubscription subscription)
    {
        lock (_gate)
            _subscriptions.Remove(subscription);
    }
}
