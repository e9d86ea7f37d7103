using System.Collections.Immutable;
using System.Diagnostics;
using Kelvin.Calendars;
using Kelvin.Compiler;
using Kelvin.Compiler.Binding;
using Kelvin.Compiler.Lowering;
using Kelvin.Compiler.Pinning;
using Kelvin.Compiler.Planning;
using Kelvin.Compiler.Rewriting;
using Kelvin.Sql;

namespace Kelvin.Bench;

/// <summary>The time from a question to its SQL.</summary>
internal static class CompileBench
{
    private const int Runs = 1_000;

    public static void Run(SalesWarehouse sales)
    {
        var query = new MetricQuery
        {
            Metrics = ["margin", "basket"],
            Grain = Grain.Week,
            Range = "2025",
            By = ["country", "channel"],
            Where = "category != 'category 3'",
            Compare = "last year",
        };
        for (var run = 0; run < Runs; run++)
            Compile(query, sales);
        var started = Stopwatch.GetTimestamp();
        for (var run = 0; run < Runs; run++)
            Compile(query, sales);
        var milliseconds = Stopwatch.GetElapsedTime(started).TotalMilliseconds / Runs;
        Console.WriteLine(FormattableString.Invariant($"| compiling two ratios by two dimensions, filtered and compared | {milliseconds:0.000} ms | – | – | < 1 ms |"));
    }

    private static void Compile(MetricQuery query, SalesWarehouse sales)
    {
        var bound = Binder.Bind(query, sales.Catalog, ImmutableDictionary<string, string>.Empty);
        var now = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var pinned = bound.Then(one => Pinner.Pin(one, now, Extents.None));
        var plan = PlanRewrite.ApplyAll([Planner.Plan(pinned.Value!)])[0];
        foreach (var scan in plan.Scans)
            SqlRenderer.Render(ScanLowering.Lower(scan, pinned.Value!).Select, sales.Dialect);
    }
}
