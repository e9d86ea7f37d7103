using System.Collections.Immutable;
using Kelvin.Compiler;

namespace OutsideData.Tests;

/// <summary>A company's employees, as of one moment: who left, what they earn, how long they stayed.</summary>
internal static class IbmHrAttrition
{
    public static OutsideValues Values { get; } = new("ibm_hr_attrition")
    {
        Totals = ["headcount", "leavers", "attrition_rate"],
        Questions = new Dictionary<string, MetricQuery>
        {
            ["attrition_by_department"] = new() { Metrics = ["attrition_rate"], By = ["department"] },
            ["attrition_by_overtime"] = new() { Metrics = ["attrition_rate"], By = ["works_overtime"] },
            ["attrition_by_jobrole"] = new() { Metrics = ["attrition_rate"], By = ["job_role"] },
            ["avg_monthly_income"] = new() { Metrics = ["average_pay"] },
            ["median_income_by_gender"] = new() { Metrics = ["median_pay"], By = ["gender"] },
            ["p90_income"] = new() { Metrics = ["p90_pay"] },
            ["gender_pay_gap_mean"] = new() { Metrics = ["gender_pay_gap"] },
            ["avg_tenure_years"] = new() { Metrics = ["average_tenure"] },
            ["avg_tenure_leavers"] = new() { Metrics = ["average_tenure_of_leavers"] },
            ["early_attrition_rate_lt2y"] = new() { Metrics = ["early_attrition_rate"] },
            ["female_share_by_joblevel"] = new() { Metrics = ["share_of_women"], By = ["job_level"] },
        }.ToImmutableSortedDictionary(),
        Rows = new Dictionary<string, long> { ["employees"] = 1470 }.ToImmutableSortedDictionary(),
    };
}
