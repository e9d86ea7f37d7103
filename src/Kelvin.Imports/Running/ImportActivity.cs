using Kelvin.Queries.Warehouse;

namespace Kelvin.Imports.Running;

/// <summary>What is being done with a file now, and how far that has come.</summary>
public sealed class ImportActivity : IDisposable
{
    private readonly CancellationTokenSource _cancelling = new();
    private readonly Lock _gate = new();
    private bool _hasEnded;
    private double _part;
    private long _rows;

    /// <summary>What is being done.</summary>
    public ActivityKind Kind { get; internal set; }

    /// <summary>Part done, 0 to 1.</summary>
    public double Part => Volatile.Read(ref _part);

    /// <summary>Rows read so far.</summary>
    public long Rows => Interlocked.Read(ref _rows);

    internal CancellationToken Cancelled => _cancelling.Token;

    /// <inheritdoc />
    public void Dispose()
    {
        lock (_gate)
            _hasEnded = true;
        _cancelling.Dispose();
    }

    /// <summary>Stops it, unless it has ended by itself.</summary>
    internal void Cancel()
    {
        lock (_gate)
            if (!_hasEnded)
                _cancelling.Cancel();
    }

    internal void Report(double part) => Volatile.Write(ref _part, Math.Clamp(part, 0, 1));

    // Reading is most of a load; the other stages get what is left.
    internal void Report(LoadProgress progress)
    {
        Interlocked.Exchange(ref _rows, progress.Rows);
        Report(Math.Max(Part, progress.Stage switch
        {
            LoadStage.Inspecting => 0.1 * (progress.Fraction ?? 0),
            LoadStage.Reading => 0.1 + 0.7 * (progress.Fraction ?? 0),
            LoadStage.Checking => 0.8 + 0.1 * (progress.Fraction ?? 0),
            _ => 0.9 + 0.1 * (progress.Fraction ?? 0),
        }));
    }
}

/// <summary>What can be done with a file.</summary>
public enum ActivityKind
{
    /// <summary>It waits for its turn.</summary>
    Waiting,

    /// <summary>It is looked at.</summary>
    Looking,

    /// <summary>It is loaded.</summary>
    Loading,
}
