using System.Collections.Immutable;
using Kelvin.Language;

namespace Kelvin.Interchange.Dbt.Definitions;

/// <summary>A metric of dbt: one of five kinds.</summary>
/// <param name="Name">Its name, unique in the project.</param>
/// <param name="Filters">Conditions that all hold for the rows it reads.</param>
/// <param name="Place">Where it is defined.</param>
internal abstract record DbtMetric(string Name, ImmutableArray<DbtText> Filters, Place Place)
{
    public string? Label { get; init; }

    public string? Description { get; init; }

    /// <summary>The grain at which it is shown unless another is asked for, or null.</summary>
    public string? Grain { get; init; }

    /// <summary>A measure by itself.</summary>
    internal sealed record Simple(string Name, ImmutableArray<DbtText> Filters, Place Place, MeasureInput Measure) : DbtMetric(Name, Filters, Place);

    /// <summary>One metric by another.</summary>
    internal sealed record Ratio(string Name, ImmutableArray<DbtText> Filters, Place Place, MetricInput Numerator, MetricInput Denominator)
        : DbtMetric(Name, Filters, Place);

    /// <summary>An expression over other metrics.</summary>
    internal sealed record Derived(string Name, ImmutableArray<DbtText> Filters, Place Place, DbtText Expression, ImmutableArray<MetricInput> Inputs)
        : DbtMetric(Name, Filters, Place);

    /// <summary>A measure over a window, since the start of a period, or since ever.</summary>
    internal sealed record Cumulative(string Name, ImmutableArray<DbtText> Filters, Place Place, MeasureInput Measure)
        : DbtMetric(Name, Filters, Place)
    {
        public TimeLength? Window { get; init; }

        public string? GrainToDate { get; init; }

        /// <summary>Which value stands for a coarser period: <c>first</c>, <c>last</c> or <c>average</c>.</summary>
        public string PeriodAggregation { get; init; } = "first";
    }

    /// <summary>How many of one event were followed by another.</summary>
    internal sealed record Conversion(string Name, ImmutableArray<DbtText> Filters, Place Place, MeasureInput Base, MeasureInput Converted, string Entity)
        : DbtMetric(Name, Filters, Place)
    {
        public TimeLength? Window { get; init; }

        public bool IsRate { get; init; } = true;

        /// <summary>Properties that must be equal on both sides.</summary>
        public ImmutableArray<(string Base, string Converted)> Constants { get; init; } = [];
    }
}
