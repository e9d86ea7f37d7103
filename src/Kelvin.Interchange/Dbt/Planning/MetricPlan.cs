using System.Collections.Immutable;
using Kelvin.Interchange.Dbt.Definitions;
using Kelvin.Interchange.Dbt.Referring;

namespace Kelvin.Interchange.Dbt.Planning;

/// <summary>A metric to be.</summary>
/// <param name="Source">What dbt defines.</param>
/// <param name="Formula">Its formula.</param>
internal sealed record MetricPlan(DbtMetric Source, string Formula)
{
    public string Name => Source.Name;

    /// <summary>The dataset whose columns bare names in the formula are; null for a metric of metrics.</summary>
    public DatasetPlan? Rows { get; init; }

    /// <summary>The axes of the formula's own aggregates, metrics that it refers to left out.</summary>
    public ImmutableArray<RowAxis> OwnAxes { get; init; } = [];

    /// <summary>The axes of everything it reads.</summary>
    public ImmutableArray<RowAxis> Axes { get; init; } = [];

    /// <summary>A condition for all its rows, or null.</summary>
    public string? Where { get; init; }

    /// <summary>Whether it is a sum or a number of rows, so that its values for parts of a period add up to that of the period.</summary>
    public bool IsSum { get; init; }

    public bool IsEmptyZero { get; init; }

    /// <summary>Whether periods without rows are shown, here or in a metric that it refers to.</summary>
    public bool JoinsToTimeSpine { get; init; }

    /// <summary>Whether it sees other times than the period asked about.</summary>
    public bool SeesOtherTimes { get; init; }

    /// <summary>For a metric that accumulates: the same without accumulating, which is what remains of it without a time.</summary>
    public string? Timeless { get; init; }

    /// <summary>
    /// The name of the metric that says the same without accumulating: what a row asks for when a condition names one that does.
    /// </summary>
    public string? WholeName => Timeless is null ? null : Name + "_in_all";

    /// <summary>The grain at which it is shown unless another is asked for.</summary>
    public string Grain => Source.Grain ?? Axes.Select(axis => TimeFormulas.DefaultOf(axis.Granularity)).DefaultIfEmpty("day").Aggregate(TimeFormulas.Coarser);
}
