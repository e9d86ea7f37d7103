using System.Diagnostics;

namespace Fuzz.Tests.Running;

/// <summary>What a thread is at, for the one that watches over all.</summary>
internal sealed class Seat
{
    private long _began;

    public int Input { get; private set; }

    public object? Drawn { get; private set; }

    public TimeSpan Slowest { get; private set; }

    public int SlowestInput { get; private set; }

    public object? SlowestDrawn { get; private set; }

    /// <summary>How long the input in turn has been at work.</summary>
    public TimeSpan Elapsed => Volatile.Read(ref _began) is var began and not 0 ? Stopwatch.GetElapsedTime(began) : TimeSpan.Zero;

    public void Begin(int input, object drawn)
    {
        (Input, Drawn) = (input, drawn);
        Volatile.Write(ref _began, Stopwatch.GetTimestamp());
    }

    public void End()
    {
        if (Elapsed is var elapsed && elapsed > Slowest)
            (Slowest, SlowestInput, SlowestDrawn) = (elapsed, Input, Drawn);
        Volatile.Write(ref _began, 0);
    }
}
