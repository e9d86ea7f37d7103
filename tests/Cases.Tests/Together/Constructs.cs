using System.Collections.Immutable;

namespace Cases.Tests.Together;

/// <summary>What can stand around a metric, as formulas around its name or formula.</summary>
internal static class Constructs
{
    /// <summary>Windows and arithmetic.</summary>
    public static ImmutableArray<Func<string, string>> Around { get; } =
    [
        of => $"prior({of}, 1 month)",
        of => $"prior({of}, 1 week)",
        of => $"change({of}, 1 month)",
        of => $"trailing({of}, 14 days)",
        of => $"trailing({of}, 2 months)",
        of => $"to_date({of}, month)",
        of => $"to_date({of}, year)",
        of => $"cumulative({of})",
        of => $"at_start({of}, month)",
        of => $"first_of({of}, day)",
        of => $"last_of({of}, week)",
        of => $"average_of({of}, day)",
        of => $"total_of({of}, day)",
        of => $"least_of({of}, day)",
        of => $"greatest_of({of}, week)",
        of => $"filtered({of}, kind = 'a')",
        of => $"filtered({of}, places.region = 'north' or user = 'u1')",
        of => $"filtered({of}, metric(rows by user) > 2)",
        of => $"filtered({of}, metric(mean by place) > 20 and flag)",
        of => $"2 * {of}",
        of => $"coalesce({of}, 0)",
        of => $"case when {of} > 1 then {of} when rows is missing then 0 end",
        of => $"({of}) / staying",
        of => $"greatest({of}, 1)",
    ];

    /// <summary>Metrics whose value is asked of rows in a condition: some have one, others have a meaning in periods only.</summary>
    public static string WhereMetric(string of, string asked) => $"filtered({of}, metric({asked} by user) > 1)";
}
