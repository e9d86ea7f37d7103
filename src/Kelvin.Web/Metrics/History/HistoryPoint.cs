using System.Text.Json.Serialization;

namespace Kelvin.Web.Metrics.History;

/// <summary>A period of a chart: numbers for its geometry, texts for the reader.</summary>
/// <param name="Axis">The period, short, for the axis.</param>
/// <param name="Period">The period in full.</param>
/// <param name="Value">The value's height, or null for a gap.</param>
/// <param name="Text">The value exactly, with its unit.</param>
public sealed record HistoryPoint(string Axis, string Period, double? Value, string Text)
{
    /// <summary>The year below the axis's label, shown where it changes; null for none.</summary>
    public string? Year { get; init; }

    public double? Compared { get; init; }

    public string? ComparedText { get; init; }

    /// <summary>The change against the compared value, in words.</summary>
    public string? Change { get; init; }

    /// <summary>The value at a glance, written at the end of the line.</summary>
    public string? Brief { get; init; }

    /// <summary>Why the period is not whole: it is not over, data begins within it, or the range cuts it; null for a whole one.</summary>
    public string? Unfinished { get; init; }

    /// <summary>Where the rows behind the value are shown; not for the chart.</summary>
    [JsonIgnore]
    public string? Rows { get; init; }
}
