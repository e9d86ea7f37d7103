using System.Diagnostics;

namespace Fuzz.Tests.Running;

/// <summary>What a thread is at, for the one that watches over all.</summary>
internal sealed class Seat
{
    private long _began;
    private long _sat;

    public int Input { get; private set; }

    public object? Drawn { get; private set; }

    public TimeSpan Slowest { get; private set; }

    public int SlowestInput { get; private set; }

    public object? SlowestDrawn { get; private set; }

    /// <summary>What the process has worked since the input's turn began. Not the clock's time: a busy machine may let a thread wait for minutes.</summary>
    public TimeSpan Elapsed => Volatile.Read(ref _began) is var began and not 0 ? Worked - new TimeSpan(began) : TimeSpan.Zero;

    /// <summary>What the clock says of it, which an input that waits for something cannot hide from.</summary>
    public TimeSpan Waited => Volatile.Read(ref _sat) is var sat and not 0 ? Stopwatch.GetElapsedTime(sat) : TimeSpan.Zero;

    private static TimeSpan Worked => Environment.CpuUsage.TotalTime;

    public void Begin(int input, object drawn)
    {
        (Input, Drawn) = (input, drawn);
        Volatile.Write(ref _sat, Stopwatch.GetTimestamp());
        Volatile.Write(ref _began, Worked.Ticks);
    }

    public void End()
    {
        if (Elapsed is var elapsed && elapsed > Slowest)
            (Slowest, SlowestInput, SlowestDrawn) = (elapsed, Input, Drawn);
        Volatile.Write(ref _sat, 0);
        Volatile.Write(ref _began, 0);
    }
}
