using System.Collections.Immutable;
using Kelvin.Calendars;

namespace Kelvin.Catalog;

/// <summary>The question of a test, in the words in which people ask; resolved only when the test runs.</summary>
/// <param name="Metrics">Metrics asked for, by name or formula; none to ask which combinations of the dimensions there are.</param>
public sealed record MetricTestQuery(ImmutableArray<string> Metrics)
{
    /// <summary>One value per period of this grain, or null for one value over the whole range.</summary>
    public Grain? Grain { get; init; }

    /// <summary>Grains that cut the periods further.</summary>
    public ImmutableArray<Grain> FurtherGrains { get; init; } = [];

    /// <summary>Columns that place rows in time instead of those that definitions name.</summary>
    public ImmutableArray<string> Time { get; init; } = [];

    /// <summary>The time asked about, in words.</summary>
    public string Range { get; init; } = "all";

    /// <summary>Dimensions to break down by.</summary>
    public ImmutableArray<string> By { get; init; } = [];

    /// <summary>A condition on dimensions, in the formula language, or null.</summary>
    public string? Where { get; init; }

    /// <summary>What to compare with, or null.</summary>
    public string? Compare { get; init; }

    /// <summary>The zone whose days are meant (IANA name), or null for the workspace's.</summary>
    public string? Zone { get; init; }

    /// <summary>Which groups have a row of their own, or null.</summary>
    public string? Top { get; init; }

    /// <summary>Whether metrics come with their share of the total.</summary>
    public bool Shares { get; init; }

    /// <summary>Whether metrics come with the rank of the row.</summary>
    public bool Ranks { get; init; }

    /// <summary>Whether combinations come with what nothing leads to.</summary>
    public bool Unlinked { get; init; }

    /// <summary>Columns to order by; one followed by the word <c>descending</c> has its greatest value first.</summary>
    public ImmutableArray<string> Order { get; init; } = [];

    /// <summary>At most this many rows, or null for all.</summary>
    public int? Limit { get; init; }

    /// <summary>Whether periods without rows appear too.</summary>
    public bool Fill { get; init; }
}
