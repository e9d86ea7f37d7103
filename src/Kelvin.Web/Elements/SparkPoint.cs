namespace Kelvin.Web.Elements;

/// <summary>A point of a sparkline.</summary>
/// <param name="Value">Its height, or null for a gap.</param>
/// <param name="IsFinished">Whether its period is over.</param>
public readonly record struct SparkPoint(double? Value, bool IsFinished = true);
