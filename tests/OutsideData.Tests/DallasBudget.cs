using System.Collections.Immutable;
using Kelvin.Compiler;

namespace OutsideData.Tests;

/// <summary>A city's budget of two fiscal years: spent against planned, over lines that are zero, negative or income.</summary>
internal static class DallasBudget
{
    public static OutsideValues Values { get; } = new("dallas_budget")
    {
        Totals = ["lines", "internal_check_breaks", "zero_budget_lines_with_spend", "negative_budget_lines"],
        Questions = new Dictionary<string, MetricQuery>
        {
            ["budget_by_year"] = new() { Metrics = ["budget"], By = ["fiscal_year"] },
            ["actual_by_year"] = new() { Metrics = ["actual"], By = ["fiscal_year"] },
            ["encumbrance_by_year"] = new() { Metrics = ["encumbrance"], By = ["fiscal_year"] },
            ["variance_by_year"] = new() { Metrics = ["budget_variance"], By = ["fiscal_year"] },
            ["execution_rate_by_year"] = new() { Metrics = ["budget_execution"], By = ["fiscal_year"] },
            ["execution_rate_general_fund_2023"] = new() { Metrics = ["budget_execution"], Where = "fiscal_year = 2023 and fund_type = 'GNFD'" },
            ["overspent_departments_2023"] = new() { Metrics = ["overspent_departments"], Where = "fiscal_year = 2023" },
            ["actual_by_objectgroup_2023"] = new() { Metrics = ["actual"], By = ["object_group"], Where = "fiscal_year = 2023" },
            ["budget_mix_actual_2022_to_2023_growth"] = new() { Metrics = ["actual_growth"], Range = "2022-10-01..2023-09-30" },
        }.ToImmutableSortedDictionary(),
        Rows = new Dictionary<string, long> { ["budget_lines"] = 1700 }.ToImmutableSortedDictionary(),
    };
}
