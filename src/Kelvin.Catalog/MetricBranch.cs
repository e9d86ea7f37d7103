namespace Kelvin.Catalog;

/// <summary>A metric where it hangs in a drawn tree: one line of the drawing.</summary>
/// <param name="Metric">The metric's name.</param>
/// <param name="Edge">What ties it to the metric that it hangs under; null at the top.</param>
/// <param name="Depth">How many metrics it hangs under; 0 at the top.</param>
/// <param name="IsLast">Whether it is the last that hangs under the same metric.</param>
/// <param name="Repeat">Whether what hangs under it is left out, and why.</param>
public readonly record struct MetricBranch(string Metric, MetricEdge? Edge, int Depth, bool IsLast, BranchRepeat Repeat);

/// <summary>Why a branch ends although more could hang under it.</summary>
public enum BranchRepeat
{
    /// <summary>It does not: everything that hangs under it follows.</summary>
    None,

    /// <summary>The metric stands before this in the drawing, with what hangs under it.</summary>
    ShownBefore,

    /// <summary>The metric hangs under itself: what people say drives what has come round.</summary>
    Circle,
}
