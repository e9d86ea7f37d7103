using System.Collections.Immutable;
using Kelvin.Compiler;

namespace OutsideData.Tests;

/// <summary>Absences with their reasons, hours and cost; the file has columns without a name and a month that is none.</summary>
internal static class Absenteeism
{
    public static OutsideValues Values { get; } = new("absenteeism")
    {
        Totals = ["absence_cost"],
        Questions = new Dictionary<string, MetricQuery>
        {
            ["rows"] = new() { Metrics = ["absences"] },
            ["hours_total"] = new() { Metrics = ["absence_hours"] },
            ["hours_mean"] = new() { Metrics = ["absence_length"] },
            ["hours_median"] = new() { Metrics = ["median_absence_length"] },
            ["hours_by_month"] = new() { Metrics = ["absence_hours"], By = ["month"] },
            ["hours_by_reason"] = new() { Metrics = ["absence_hours"], By = ["reason"] },
            ["rows_month_0"] = new() { Metrics = ["absences_of_unknown_month"] },
            ["long_absence_rows_gt_40h"] = new() { Metrics = ["long_absences"] },
        }.ToImmutableSortedDictionary(),
        Reasons = ImmutableSortedDictionary<string, string>.Empty.Add(
            "top3_reason_share", "three cells of one answer, added up in AbsenteeismTests"),
        Rows = new Dictionary<string, long> { ["absences"] = 740, ["pay"] = 740, ["reasons"] = 29 }.ToImmutableSortedDictionary(),
    };
}
