using Kelvin.Web.Elements;

namespace Kelvin.Web.Data.Connections;

/// <summary>A dataset that is fetched over a connection, everything already in words.</summary>
/// <param name="Connection">What the connection is called.</param>
/// <param name="Dataset">The dataset's name.</param>
/// <param name="Label">What it is called.</param>
/// <param name="LastRun">When it was last fetched.</param>
/// <param name="Outcome">How that went.</param>
/// <param name="Tone">Whether that is well.</param>
/// <param name="Told">Why it failed, or what is odd; null for nothing.</param>
/// <param name="NextRun">When it is due.</param>
public sealed record ConnectionLine(
    string Connection, string Dataset, string Label, string LastRun, string Outcome, Tone Tone, string? Told, string NextRun);
