using System.Collections.Immutable;
using Kelvin.Calendars;

namespace Kelvin.Compiler;

/// <summary>
/// A question as a person or a page puts it: names and words, nothing resolved.
/// Web, API, command line and tests all ask with this.
/// </summary>
public sealed record MetricQuery
{
    /// <summary>Names of the metrics asked for; at least one.</summary>
    public required ImmutableArray<string> Metrics { get; init; }

    /// <summary>One value per period of this grain, or null for one value over the whole range.</summary>
    public Grain? Grain { get; init; }

    /// <summary>The time asked about, in words: <c>2025</c>, <c>2025-03</c>, <c>last 8 weeks</c>, <c>2025-01-01..2025-03-31</c>, <c>all</c>.</summary>
    public string Range { get; init; } = "all";

    /// <summary>Dimensions to break down by: column paths such as <c>status</c> or <c>customers.country</c>.</summary>
    public ImmutableArray<string> By { get; init; } = [];

    /// <summary>A condition on dimensions, in the formula language, or null.</summary>
    public string? Where { get; init; }

    /// <summary>What to compare with, or null: <c>previous period</c>, <c>last year</c>, <c>last year same weekday</c>.</summary>
    public string? Compare { get; init; }

    /// <summary>The zone whose days are meant (IANA name); null for the workspace's.</summary>
    public string? Zone { get; init; }

    /// <summary>Whether periods without rows appear too, marked as filled. Only with a grain.</summary>
    public bool Fill { get; init; }

    /// <summary>How rows are ordered; empty means by period, then by dimensions.</summary>
    public ImmutableArray<SortKey> Order { get; init; } = [];

    /// <summary>At most this many rows, after ordering; null for all.</summary>
    public int? Limit { get; init; }
}
