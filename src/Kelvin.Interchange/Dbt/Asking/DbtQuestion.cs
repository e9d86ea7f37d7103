using System.Collections.Immutable;

namespace Kelvin.Interchange.Dbt.Asking;

/// <summary>A question as dbt's users put it: by dbt's names, conditions in SQL with references.</summary>
public sealed record DbtQuestion
{
    /// <summary>Names of metrics; none asks for the different combinations of what is grouped by.</summary>
    public ImmutableArray<string> Metrics { get; init; } = [];

    /// <summary>What to group by: <c>listing__country</c>, <c>metric_time__month</c>.</summary>
    public ImmutableArray<DbtGrouping> GroupBy { get; init; } = [];

    /// <summary>Conditions that all hold.</summary>
    public ImmutableArray<string> Where { get; init; } = [];

    /// <summary>Names to order by; a minus before the name puts the greatest first.</summary>
    public ImmutableArray<string> OrderBy { get; init; } = [];

    /// <summary>At most so many rows, or null.</summary>
    public int? Limit { get; init; }

    /// <summary>First and last day of <c>metric_time</c>, or null for all time.</summary>
    public (DateOnly First, DateOnly Last)? Range { get; init; }

    /// <summary>First and last day of each time spine, by its granularity: what "all time" is for metrics that see other times than their own.</summary>
    public ImmutableDictionary<string, (DateOnly First, DateOnly Last)> Spines { get; init; } = ImmutableDictionary<string, (DateOnly First, DateOnly Last)>.Empty;
}

/// <summary>Something to group by.</summary>
/// <param name="Name">Its name, perhaps with a grain at the end.</param>
/// <param name="Grain">The grain, or null.</param>
/// <param name="DatePart">The part of the date, such as <c>dow</c>; or null.</param>
public sealed record DbtGrouping(string Name, string? Grain = null, string? DatePart = null);
