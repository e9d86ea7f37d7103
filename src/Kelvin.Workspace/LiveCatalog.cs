using System.Threading.Channels;
using Kelvin.Catalog;

namespace Kelvin.Workspace;

/// <summary>
/// The catalog of a folder, kept up with its files. A mistake in a file takes down only what it touches; when the folder itself
/// cannot be read, the last definitions stay in force and the issue is shown.
/// </summary>
public sealed class LiveCatalog : ICurrentCatalog, IAsyncDisposable
{
    private readonly WorkspaceFolder _folder;
    private readonly IReadOnlyList<DefinitionFile> _packs;
    private readonly TimeProvider _clock;
    private readonly LiveCatalogTiming _timing;
    private readonly CancellationTokenSource _ending = new();
    private readonly Lock _gate = new();
    private readonly Lock _reloading = new();
    private readonly List<CatalogSubscription> _subscriptions = [];
    private readonly FolderWatch _watch;
    private readonly ITimer _poll;
    private readonly Task _following;

    // One waiting signal stands for any number of changes.
    private readonly Channel<bool> _signals = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    private volatile MetricCatalog _current;
    private string _stamp;

    private LiveCatalog(WorkspaceFolder folder, IReadOnlyList<DefinitionFile> packs, TimeProvider clock, LiveCatalogTiming timing)
    {
        (_folder, _packs, _clock, _timing) = (folder, packs, clock, timing);
        _watch = new FolderWatch(folder.Path, () => _signals.Writer.TryWrite(true));
        _stamp = folder.Stamp();
        _current = folder.Read().Load(packs);
        _poll = clock.CreateTimer(_ => _signals.Writer.TryWrite(false), null, timing.Poll, timing.Poll);
        _following = Task.Run(FollowAsync);
    }

    /// <summary>The definitions that hold now.</summary>
    public MetricCatalog Current => _current;

    /// <summary>Reads a folder and follows it until disposed.</summary>
    /// <param name="folder">The workspace.</param>
    /// <param name="packs">Files of the packs that it may list.</param>
    /// <param name="clock">Measures the waiting.</param>
    /// <param name="timing">How soon; null for the default.</param>
    public static LiveCatalog Open(
        WorkspaceFolder folder, IReadOnlyList<DefinitionFile> packs, TimeProvider clock, LiveCatalogTiming? timing = null) =>
        new(folder, packs, clock, timing ?? LiveCatalogTiming.Default);

    /// <summary>Changes from now on. Subscribe first, then take <see cref="Current"/>: nothing is missed in between.</summary>
    public CatalogSubscription Subscribe()
    {
        var subscription = new CatalogSubscription(Leave);
        lock (_gate)
            _subscriptions.Add(subscription);
        return subscription;
    }

    /// <summary>Reads the folder now, for whoever has just written there and cannot wait until it is found out.</summary>
    public MetricCatalog TakeUp()
    {
        Reload();
        return _current;
    }

    /// <summary>Stops following; subscriptions complete.</summary>
    public async ValueTask DisposeAsync()
    {
        _watch.Dispose();
        await _poll.DisposeAsync();
        await _ending.CancelAsync();
        await _following.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        lock (_gate)
            _subscriptions.ForEach(subscription => subscription.Complete());
        _ending.Dispose();
    }

    private async Task FollowAsync()
    {
        await foreach (var isTold in _signals.Reader.ReadAllAsync(_ending.Token))
        {
            if (!isTold && _folder.Stamp() == _stamp)
                continue;
            await SettleAsync();
            Reload();
        }
    }

    /// <summary>Waits until the files have rested for a while.</summary>
    private async Task SettleAsync()
    {
        do
        {
            _stamp = _folder.Stamp();
            await Task.Delay(_timing.Quiet, _clock, _ending.Token);
        }
        while (_folder.Stamp() != _stamp);
    }

    private void Reload()
    {
        // One at a time, so that what was read last is what holds.
        lock (_reloading)
        {
            var before = _current;
            var files = _folder.Read();
            var after = Directory.Exists(_folder.Path) ? files.Load(_packs) : before with { Issues = files.Issues };
            if (after.Version == before.Version && after.Issues.SequenceEqual(before.Issues))
                return;
            _current = after;
            lock (_gate)
                _subscriptions.ForEach(subscription => subscription.Publish(new(before, after)));
        }
    }

    private void Leave(CatalogSubscription subscription)
    {
        lock (_gate)
            _subscriptions.Remove(subscription);
    }
}
