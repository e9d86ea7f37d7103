using System.Collections.Immutable;
using System.ComponentModel;
using Kelvin.Compiler;

namespace Kelvin.Server.Asking;

/// <summary>A question, as the API takes it.</summary>
internal sealed record QueryBody
{
    [Description("The metrics asked for: names, or formulas such as trailing(revenue, 28 days) as recent. None: the different combinations of the dimensions.")]
    public ImmutableArray<string> Metrics { get; init; } = [];

    [Description("One value per minute, hour, day, week, month, quarter or year. Left out: one value over the whole range.")]
    public string? Grain { get; init; }

    [Description("Grains that cut the periods further, as week beside month; each has a column of its own.")]
    public ImmutableArray<string> FurtherGrains { get; init; } = [];

    [Description("Columns that place rows in time instead of those in the definitions, such as orders.paid_at.")]
    public ImmutableArray<string> Time { get; init; } = [];

    [Description("The time asked about: 2025, 2025-Q2, 2025-03, 2025-W10, 2025-01-01..2025-03-31, last 8 weeks, this year to date, all.")]
    public string Range { get; init; } = "all";

    [Description("Dimensions to break down by: columns such as customers.country, or formulas such as weekday(time) as weekday.")]
    public ImmutableArray<string> By { get; init; } = [];

    [Description("A condition on rows in the formula language, such as status = 'paid'.")]
    public string? Where { get; init; }

    [Description("What to compare with: previous period, last year, last year same weekday.")]
    public string? Compare { get; init; }

    [Description("The zone whose days are meant (IANA name). Left out: the workspace's.")]
    public string? Zone { get; init; }

    [Description("As known on this day (2026-03-03, to its end) or moment (2026-03-03T13:00:00Z). Left out: what is known now.")]
    public string? KnownOn { get; init; }

    [Description("Whether periods without rows appear too. Only with a grain.")]
    public bool Fill { get; init; }

    [Description("Groups with a row of their own, such as 5 by revenue or 5 customers.country by revenue; all others are put together.")]
    public string? Top { get; init; }

    [Description("Whether each metric comes with its share of the total, in NAME.share.")]
    public bool Shares { get; init; }

    [Description("Whether each metric comes with the rank of the row within its period, in NAME.rank.")]
    public bool Ranks { get; init; }

    [Description("Whether, without metrics, what nothing leads to appears too, such as countries of customers without orders.")]
    public bool Unlinked { get; init; }

    [Description("How rows are ordered. Left out: by period, then by dimensions.")]
    public ImmutableArray<OrderBody> Order { get; init; } = [];

    [Description("At most this many rows, after ordering.")]
    public int? Limit { get; init; }

    public MetricQuery Read() => new()
    {
        Metrics = Metrics.IsDefault ? [] : Metrics,
        Grain = Grain is null ? null : Calendars.Grain.Named(Grain),
        FurtherGrains = FurtherGrains.IsDefault ? [] : [.. FurtherGrains.Select(Calendars.Grain.Named)],
        Time = Time.IsDefault ? [] : Time,
        Range = Range,
        By = By.IsDefault ? [] : By,
        Where = Where,
        Compare = Compare,
        Zone = Zone,
        KnownOn = KnownOn,
        Fill = Fill,
        Top = Top,
        Shares = Shares,
        Ranks = Ranks,
        Unlinked = Unlinked,
        Order = Order.IsDefault ? [] : [.. Order.Select(key => new SortKey(key.Column, key.Descending))],
        Limit = Limit,
    };
}
