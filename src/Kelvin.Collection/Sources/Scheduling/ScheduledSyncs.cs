using System.Collections.Concurrent;

namespace Kelvin.Collection.Sources.Scheduling;

/// <summary>Fetches datasets when they are due, a few at a time.</summary>
/// <param name="times">When they are.</param>
/// <param name="syncing">Fetches one.</param>
/// <param name="clock">The clock.</param>
public sealed class ScheduledSyncs(SyncTimes times, SyncDataset syncing, TimeProvider clock) : IDisposable
{
    private const int AtOnce = 2;

    // The clock may be set, and definitions may change, while it waits.
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(20);

    private readonly ConcurrentDictionary<string, Task> _running = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _room = new(AtOnce);

    /// <summary>Goes on until it is cancelled, and then lets runs end, which are cancelled too.</summary>
    /// <param name="failed">Told what went wrong otherwise than a run writes down by itself.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task RunAsync(Action<string, Exception> failed, CancellationToken cancellationToken)
    {
        try
        {
            while (true)
                await Task.Delay(await TryStepAsync(failed, cancellationToken), clock, cancellationToken);
        }
        finally
        {
            await IdleAsync();
        }
    }

    /// <summary>A step that could not be made, because the state is busy or out of reach, is made again later.</summary>
    private async Task<TimeSpan> TryStepAsync(Action<string, Exception> failed, CancellationToken cancellationToken)
    {
        try
        {
            return await StepAsync(failed, cancellationToken);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            failed("What is due", failure);
            return LongestWait;
        }
    }

    /// <summary>Begins what is due and does not run yet.</summary>
    /// <returns>How long to wait until the next step.</returns>
    public async Task<TimeSpan> StepAsync(Action<string, Exception> failed, CancellationToken cancellationToken)
    {
        var next = await times.NextAsync(cancellationToken);
        var now = clock.GetUtcNow();
        foreach (var (dataset, moment) in next)
            if (moment <= now && !_running.ContainsKey(dataset))
            {
                // It is among those that run before it can take itself out.
                var begin = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                _running[dataset] = SyncAsync(dataset, begin.Task, failed, cancellationToken);
                begin.SetResult();
            }
        var waits = next.Where(one => one.Value > now).Select(one => one.Value - now).Append(LongestWait).Min();
        return waits < TimeSpan.FromSeconds(1) ? TimeSpan.FromSeconds(1) : waits;
    }

    /// <summary>Waits until nothing runs.</summary>
    public Task IdleAsync() => Task.WhenAll(_running.Values);

    /// <inheritdoc />
    public void Dispose() => _room.Dispose();

    private async Task SyncAsync(string dataset, Task begun, Action<string, Exception> failed, CancellationToken cancellationToken)
    {
        await begun;
        try
        {
            await _room.WaitAsync(cancellationToken);
            try
            {
                await syncing.RunAsync(dataset, anew: false, null, cancellationToken);
            }
            finally
            {
                _room.Release();
            }
        }
        catch (OperationCanceledException)
        {
            // The run has written that down itself.
        }
        catch (Exception failure)
        {
            failed(dataset, failure);
        }
        finally
        {
            _running.TryRemove(dataset, out _);
        }
    }
}
