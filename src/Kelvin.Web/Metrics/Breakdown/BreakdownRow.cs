namespace Kelvin.Web.Metrics.Breakdown;

/// <summary>A part of a metric, by a dimension; or the rest of its parts, or all of them.</summary>
/// <param name="Part">The dimension's value in words.</param>
/// <param name="Value">The value's size, or null when missing.</param>
/// <param name="Text">The value exactly, with its unit.</param>
public sealed record BreakdownRow(string Part, double? Value, string Text)
{
    /// <summary>Whether the dimension's value is missing, or there are several.</summary>
    public bool IsUnnamed { get; init; }

    /// <summary>The value's share of the whole, or null where parts do not add up to it.</summary>
    public string? Share { get; init; }

    public double? Compared { get; init; }

    public string? ComparedText { get; init; }

    public Cards.ChangeReading? Change { get; init; }

    /// <summary>Where the rows behind the value are shown.</summary>
    public string? Rows { get; init; }

    /// <summary>Where this part alone is shown.</summary>
    public string? Only { get; init; }
}
