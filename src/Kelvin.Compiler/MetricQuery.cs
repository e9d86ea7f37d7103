using System.Collections.Immutable;
using Kelvin.Calendars;

namespace Kelvin.Compiler;

/// <summary>
/// A question as a person or a page puts it: names and words, nothing resolved.
/// Web, API, command line and tests all ask with this.
/// </summary>
public sealed record MetricQuery
{
    /// <summary>
    /// The metrics asked for: names, or formulas such as <c>trailing(revenue, 28 days) as recent</c>. None to ask for the
    /// different combinations of the dimensions.
    /// </summary>
    public required ImmutableArray<string> Metrics { get; init; }

    /// <summary>One value per period of this grain, or null for one value over the whole range.</summary>
    public Grain? Grain { get; init; }

    /// <summary>
    /// Grains that cut the periods further: a week in which a month ends is then two rows. The answer has a column for
    /// each of <see cref="Grains"/>. Only beside <see cref="Grain"/>.
    /// </summary>
    public ImmutableArray<Grain> FurtherGrains { get; init; } = [];

    /// <summary>Every grain asked for.</summary>
    public ImmutableArray<Grain> Grains => Grain is { } first ? [first, .. FurtherGrains] : [];

    /// <summary>Columns that place rows in time instead of those that definitions name: <c>orders.paid_at</c>.</summary>
    public ImmutableArray<string> Time { get; init; } = [];

    /// <summary>The time asked about, in words: <c>2025</c>, <c>2025-03</c>, <c>last 8 weeks</c>, <c>2025-01-01..2025-03-31</c>, <c>all</c>.</summary>
    public string Range { get; init; } = "all";

    /// <summary>
    /// Dimensions to break down by: columns such as <c>status</c> or <c>customers.country</c>, or row formulas such as
    /// <c>weekday(time) as weekday</c>, where <c>time</c> is what places each measure's rows in time.
    /// </summary>
    public ImmutableArray<string> By { get; init; } = [];

    /// <summary>A condition on dimensions, in the formula language, or null.</summary>
    public string? Where { get; init; }

    /// <summary>What to compare with, or null: <c>previous period</c>, <c>last year</c>, <c>last year same weekday</c>.</summary>
    public string? Compare { get; init; }

    /// <summary>The zone whose days are meant (IANA name); null for the workspace's.</summary>
    public string? Zone { get; init; }

    /// <summary>
    /// The day (<c>2026-03-03</c>, known to its end) or moment (<c>2026-03-03 14:00</c>, or in UTC <c>2026-03-03T13:00:00Z</c>) as
    /// known on which the question is asked; null for what is known now. It decides which rows there are, and not what now is.
    /// </summary>
    public string? KnownOn { get; init; }

    /// <summary>Whether periods without rows appear too, marked as filled. Only with a grain.</summary>
    public bool Fill { get; init; }

    /// <summary>
    /// Which groups have a row of their own, all others being put together: <c>5 by revenue</c>, <c>5 customers.country by
    /// revenue</c>; null for every group.
    /// </summary>
    public string? Top { get; init; }

    /// <summary>Whether each metric comes with its share of the total of all groups, in the column <c>NAME.share</c>.</summary>
    public bool Shares { get; init; }

    /// <summary>Whether each metric comes with the rank of the group within its period, the best first, in the column <c>NAME.rank</c>.</summary>
    public bool Ranks { get; init; }

    /// <summary>
    /// Whether, in a question without metrics, what nothing leads to appears too, beside missing values: countries of customers
    /// without orders. Not so rows that hold for a time only, nor days that a calendar lists.
    /// </summary>
    public bool Unlinked { get; init; }

    /// <summary>How rows are ordered; empty means by period, then by dimensions.</summary>
    public ImmutableArray<SortKey> Order { get; init; } = [];

    /// <summary>At most this many rows, after ordering; null for all.</summary>
    public int? Limit { get; init; }
}
