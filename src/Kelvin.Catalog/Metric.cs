using System.Collections.Immutable;
using Kelvin.Calendars;
using Kelvin.Formulas;
using Kelvin.Language;
using Kelvin.Quantities;

namespace Kelvin.Catalog;

/// <summary>A metric that has been checked: defined once, the same everywhere.</summary>
/// <param name="Name">Its name, unique in the catalog.</param>
/// <param name="Label">What people call it.</param>
/// <param name="Formula">The formula as written.</param>
/// <param name="Expression">The formula, checked.</param>
public sealed record Metric(string Name, LocalText Label, string Formula, MetricExpression Expression)
{
    /// <summary>The version of a metric that is no definition: one that a question brings along.</summary>
    public const string Unversioned = "";

    /// <summary>The question it answers, or null.</summary>
    public LocalText? Question { get; init; }

    /// <summary>What it is, why it matters, how it is worked out; or null.</summary>
    public LocalText? Description { get; init; }

    /// <summary>The department it belongs to, or null.</summary>
    public string? Department { get; init; }

    /// <summary>What it is watched for.</summary>
    public MetricKind Kind { get; init; } = MetricKind.Operational;

    /// <summary>Which way is better.</summary>
    public Direction Better { get; init; } = Direction.None;

    /// <summary>The grain it is usually looked at.</summary>
    public Grain Grain { get; init; } = Grain.Day;

    /// <summary>Time axes that override those of the datasets: dataset → date or instant column, perhaps over links.</summary>
    public ImmutableSortedDictionary<string, ColumnPath> Time { get; init; } = ImmutableSortedDictionary<string, ColumnPath>.Empty;

    /// <summary>Whether counts and sums in its formula are 0, and not missing, where there are no rows.</summary>
    public bool EmptyIsZero { get; init; }

    /// <summary>Metrics that this one drives.</summary>
    public ImmutableArray<string> Drives { get; init; } = [];

    /// <summary>Who answers for it, or null.</summary>
    public string? Owner { get; init; }

    /// <summary>Free words to find it by.</summary>
    public ImmutableArray<string> Tags { get; init; } = [];

    /// <summary>The pack it came with, or null for the workspace's own.</summary>
    public string? Pack { get; init; }

    /// <summary>Where it is defined.</summary>
    public Place? Place { get; init; }

    /// <summary>Fingerprint of everything that decides its values, the metrics it refers to included.</summary>
    public required string Version { get; init; }

    /// <summary>
    /// The unit that the definition declares, where it says more than the formula, as counts per counts that are meant as a
    /// share; else null. Values of the expression are in this unit already.
    /// </summary>
    public Unit? Declared { get; init; }

    /// <summary>The unit of its values.</summary>
    public Unit Unit => Declared ?? Expression.Unit;
}
