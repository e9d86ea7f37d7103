using System.Threading.Channels;
using Kelvin.Language;
using Kelvin.Queries.Warehouse;

namespace Kelvin.Collection.Pushing;

/// <summary>
/// Makes batches of many senders durable together. Making one durable costs the same as making fifty: whatever has come while the
/// last commit ran is the next one. A batch is acknowledged when it is durable, not before.
/// </summary>
public sealed class GroupCommit(IWarehouse warehouse, PushLimits limits) : IAsyncDisposable
{
    private readonly Channel<Waiting> _queue = Channel.CreateUnbounded<Waiting>(new UnboundedChannelOptions { SingleReader = true });
    private readonly CancellationTokenSource _ending = new();
    private readonly Lock _gate = new();
    private Task? _writing;
    private int _rowsWaiting;

    /// <summary>
    /// Puts a batch in line; null when too many rows wait already. A sender who gives up waiting does not take the batch back: it
    /// may be on its way to the disk.
    /// </summary>
    public Task<Checked<WriteReceipt>>? TryWrite(RowBatch batch)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_ending.IsCancellationRequested, this);
            if (_rowsWaiting > 0 && _rowsWaiting + batch.Rows.Count > limits.RowsWaiting)
                return null;
            _rowsWaiting += batch.Rows.Count;
            _writing ??= Task.Run(WriteAsync);
            var waiting = new Waiting(batch);
            _queue.Writer.TryWrite(waiting);
            return waiting.Outcome.Task;
        }
    }

    /// <summary>Takes nothing more, and finishes what is in line.</summary>
    public async ValueTask DisposeAsync()
    {
        lock (_gate)
        {
            _ending.Cancel();
            _queue.Writer.TryComplete();
        }
        if (_writing is not null)
            await _writing;
        _ending.Dispose();
    }

    private async Task WriteAsync()
    {
        while (await _queue.Reader.WaitToReadAsync())
            await WriteAsync(NextGroup());
    }

    private List<Waiting> NextGroup()
    {
        var group = new List<Waiting>();
        var rows = 0;
        while (_queue.Reader.TryPeek(out var next) && (group.Count == 0 || rows + next.Batch.Rows.Count <= limits.RowsACommit) && _queue.Reader.TryRead(out next))
        {
            group.Add(next);
            rows += next.Batch.Rows.Count;
        }
        return group;
    }

    private async Task WriteAsync(List<Waiting> group)
    {
        try
        {
            var outcomes = await warehouse.WriteAsync([.. group.Select(waiting => waiting.Batch)], CancellationToken.None);
            foreach (var (waiting, outcome) in group.Zip(outcomes))
                waiting.Outcome.SetResult(outcome);
        }
        catch (Exception failure)
        {
            // Whoever waits for one of these batches must hear of it; the next group is tried all the same.
            foreach (var waiting in group)
                waiting.Outcome.SetException(failure);
        }
        finally
        {
            lock (_gate)
                _rowsWaiting -= group.Sum(waiting => waiting.Batch.Rows.Count);
        }
    }

    /// <summary>A batch in line.</summary>
    private sealed record Waiting(RowBatch Batch)
    {
        public TaskCompletionSource<Checked<WriteReceipt>> Outcome { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
