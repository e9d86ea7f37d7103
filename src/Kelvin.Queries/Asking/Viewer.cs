using System.Collections.Immutable;

namespace Kelvin.Queries.Asking;

/// <summary>On whose behalf a question is asked: the rights that bind it.</summary>
/// <param name="RowFilters">Per dataset, a condition in the formula language that its rows must meet; none means all rows.</param>
public sealed record Viewer(ImmutableSortedDictionary<string, string> RowFilters)
{
    /// <summary>Someone who may see every row.</summary>
    public static Viewer Everything { get; } = new(ImmutableSortedDictionary<string, string>.Empty);
}
