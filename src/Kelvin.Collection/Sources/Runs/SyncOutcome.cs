namespace Kelvin.Collection.Sources.Runs;

/// <summary>How a run ended.</summary>
public enum SyncOutcome
{
    /// <summary>It has not, or the process died while it went on.</summary>
    Running,

    /// <summary>Everything that was there to fetch is durable, but for rows that could not be taken.</summary>
    Done,

    /// <summary>It could not go on; what had become durable before stays, and the next run goes on from there.</summary>
    Failed,

    /// <summary>Someone stopped it.</summary>
    Cancelled,

    /// <summary>The process ended while it went on.</summary>
    Interrupted,
}
