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

    /// <summary>What the process has worked since the input's turn began. Not the clock's time: a busy machine may let a thread wait for minutes.</summary>
    public TimeSpan Elapsed => Volatile.Read(ref _began) is var began and not 0 ? Worked - new TimeSpan(began) : TimeSpan.Zero;

    private static TimeSpan Worked => Environment.CpuUsage.TotalTime;

    public void Begin(int input, object drawn)
    {
        (Input, Drawn) = (input, drawn);
        Volatile.Write(ref _began, Worked.Ticks);
    }

    public void End()
    {
        if (Elapsed is var elapsed && elapsed > Slowest)
            (Slowest, SlowestInput, SlowestDrawn) = (elapsed, Input, Drawn);
        Volatile.Write(ref _began, 0);
    }
}
