using System.Collections.Immutable;
using Kelvin.Calendars;
using Kelvin.Compiler;

namespace Cases.Tests.Together;

/// <summary>The ways in which a metric can be asked for.</summary>
internal static class Shapes
{
    private static readonly MetricQuery Spring = new() { Metrics = [], Range = "2025-02..2025-04" };

    /// <summary>Questions without their metric; <c>asked</c> stands for it.</summary>
    public static ImmutableArray<MetricQuery> All { get; } =
    [
        Spring,
        Spring with { Range = "all" },
        Spring with { Grain = Grain.Day, Range = "2025-03-24..2025-04-06" },
        Spring with { Grain = Grain.Week, Range = "all" },
        Spring with { Grain = Grain.Month },
        Spring with { Grain = Grain.Hour, Range = "2025-03-30" },
        Spring with { Grain = Grain.Week, FurtherGrains = [Grain.Month], Range = "2025-03" },
        Spring with { Grain = Grain.Month, Range = "2025-03-05..2025-04-17" },
        Spring with { Grain = Grain.Month, Range = "2031-01..2031-03" },
        Spring with { Range = "2031-01", By = ["kind"] },
        Spring with { By = ["kind"] },
        Spring with { Grain = Grain.Month, By = ["places.region", "kind"], Range = "all" },
        Spring with { By = ["weekday(time)"] },
        Spring with { By = ["period(time, month)"], Where = "time >= date '2025-03-01'", Range = "all" },
        Spring with { Grain = Grain.Month, Compare = "previous period", Range = "2025-03..2025-04" },
        Spring with { Compare = "last year", By = ["kind"] },
        Spring with { Range = "2025-03-05..2025-03-17", Compare = "previous period", Grain = Grain.Week },
        Spring with { Grain = Grain.Week, Fill = true, By = ["user"] },
        Spring with { Grain = Grain.Month, Top = "2 by asked", By = ["user"] },
        Spring with { Shares = true, By = ["kind"], Grain = Grain.Month },
        Spring with { Ranks = true, By = ["places.region"], Grain = Grain.Month },
        Spring with { Where = "flag and metric(rows by user) > 1", By = ["kind"] },
        Spring with { Where = "kind = 'none'", Grain = Grain.Month },
        Spring with { Zone = "America/New_York", Grain = Grain.Day, Range = "2025-03-08..2025-03-10", Order = [new("asked", true)], Limit = 2 },
    ];

    /// <summary>The question asked of a metric, by name or formula.</summary>
    public static MetricQuery Of(this MetricQuery shape, string metric) => shape with
    {
        Metrics = [$"{metric} as asked"],
        Top = shape.Top?.Replace("asked", metric, StringComparison.Ordinal),
    };
}
