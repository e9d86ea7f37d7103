namespace Kelvin.Queries.Tracing;

/// <summary>Asks what changed a value.</summary>
/// <param name="Metric">The metric: a name, or a formula.</param>
public sealed record TraceQuery(string Metric)
{
    /// <summary>The most moments that can be looked at.</summary>
    public const int MostMoments = 200;

    /// <summary>The period of the value, in the words of a question's range.</summary>
    public string Range { get; init; } = "all";

    /// <summary>The condition of the value, or null.</summary>
    public string? Where { get; init; }

    /// <summary>The zone of the question (IANA name), or null for the workspace's.</summary>
    public string? Zone { get; init; }

    /// <summary>How many moments of loads to look at, the newest first; up to <see cref="MostMoments"/>.</summary>
    public int Moments { get; init; } = 50;
}
