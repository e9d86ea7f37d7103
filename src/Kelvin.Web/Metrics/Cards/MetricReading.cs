using System.Collections.Immutable;
using Kelvin.Language;
using Kelvin.Web.Elements;
using Kelvin.Web.Trust;

namespace Kelvin.Web.Metrics.Cards;

/// <summary>A metric as it always looks: everything in words, nothing left to compute.</summary>
/// <param name="Name">Its name in the catalog.</param>
/// <param name="Label">What people call it.</param>
public sealed record MetricReading(string Name, string Label)
{
    /// <summary>Its value with the unit, or null when missing.</summary>
    public string? Value { get; init; }

    /// <summary>Whether it has a value.</summary>
    public bool HasValue => Value is not null;

    /// <summary>The period of the value, or null when no period has one.</summary>
    public string? Period { get; init; }

    /// <summary>Whether that period is over.</summary>
    public bool IsFinished { get; init; } = true;

    /// <summary>The change against the comparison, or null when there is nothing to compare with.</summary>
    public ChangeReading? Change { get; init; }

    /// <summary>Its recent history.</summary>
    public ImmutableArray<SparkPoint> History { get; init; } = [];

    /// <summary>How fresh its data is, or null when it has none.</summary>
    public string? Freshness { get; init; }

    /// <summary>Whether its data is older than a period of its grain.</summary>
    public bool IsStale { get; init; }

    /// <summary>How far its data can be relied on; null when nothing speaks against them.</summary>
    public TrustView? Trust { get; init; }

    /// <summary>What stands in the way of a value.</summary>
    public ImmutableArray<Issue> Issues { get; init; } = [];

    /// <summary>The datasets it shows, in which versions.</summary>
    public string LiveMark { get; init; } = "";

    /// <summary>Words by which it is found, in lower case.</summary>
    public string Words { get; init; } = "";
}
