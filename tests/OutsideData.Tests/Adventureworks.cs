using System.Collections.Immutable;
using Kelvin.Calendars;
using Kelvin.Compiler;

namespace OutsideData.Tests;

/// <summary>A bicycle maker's purchasing, stock, people, ledger and call centre, from files without a line of names.</summary>
internal static class Adventureworks
{
    public static OutsideValues Values { get; } = new("adventureworks")
    {
        Totals = ["reject_rate", "fill_rate", "employees", "department_moves"],
        Questions = new Dictionary<string, MetricQuery>
        {
            ["po_headers"] = new() { Metrics = ["purchase_orders"] },
            ["po_lines"] = new() { Metrics = ["purchase_order_lines"] },
            ["po_by_status"] = new() { Metrics = ["purchase_orders"], By = ["status"] },
            ["po_subtotal"] = new() { Metrics = ["spend"] },
            ["po_line_total"] = new() { Metrics = ["spend_of_lines"] },
            ["po_header_breaks"] = new() { Metrics = ["orders_not_adding_up"] },
            ["ordered_qty"] = new() { Metrics = ["ordered_units"] },
            ["received_qty"] = new() { Metrics = ["received_units"] },
            ["rejected_qty"] = new() { Metrics = ["rejected_units"] },
            ["lines_received_in_full"] = new() { Metrics = ["received_in_full"] },
            ["ship_days_mean"] = new() { Metrics = ["supplier_lead_time"] },
            ["shipped_before_due_rate"] = new() { Metrics = ["shipped_by_due_day"] },
            ["spend_by_year"] = new() { Metrics = ["spend"], Grain = Grain.Year },
            ["top5_vendor_spend"] = Greatest("spend", 5),
            ["vendor_reject_rate_worst3"] = Greatest("reject_rate", 3),
            ["avg_standard_lead_time_days"] = new() { Metrics = ["agreed_lead_time"] },
            ["inventory_units"] = new() { Metrics = ["units_in_stock"] },
            ["inventory_value"] = new() { Metrics = ["stock_value"] },
            ["products_below_reorder_point"] = new() { Metrics = ["products_to_reorder"] },
            ["employees_by_gender"] = new() { Metrics = ["employees"], By = ["gender"] },
            ["headcount_by_department"] = new() { Metrics = ["headcount"], By = ["departments.name"], Range = "2025" },
            ["current_rate_mean_by_gender"] = new() { Metrics = ["average_hourly_pay"], By = ["gender"] },
            ["hires_by_year"] = new() { Metrics = ["hires"], Grain = Grain.Year },
            ["quota_total_by_year"] = new() { Metrics = ["sales_quota"], Grain = Grain.Year },
            ["dw_finance_by_scenario"] = new() { Metrics = ["ledger_total"], By = ["scenario"] },
            ["dw_finance_actual_vs_budget_account60_by_year"] = new() { Metrics = ["actual", "budget"], Grain = Grain.Year, Where = "account = '60'" },
            ["callcenter_shifts"] = new() { Metrics = ["shifts"] },
            ["callcenter_calls"] = new() { Metrics = ["calls"] },
            ["callcenter_service_grade_simple"] = new() { Metrics = ["service_grade_of_shifts"] },
            ["callcenter_service_grade_call_weighted"] = new() { Metrics = ["service_grade"] },
            ["callcenter_issue_rate"] = new() { Metrics = ["issue_rate"] },
            ["callcenter_calls_per_operator_by_shift"] = new() { Metrics = ["calls_per_operator"], By = ["shift"] },
            ["survey_responses"] = new() { Metrics = ["survey_answers"] },
        }.ToImmutableSortedDictionary(),
        Reasons = ImmutableSortedDictionary<string, string>.Empty.Add(
            "dw_finance_duplicate_keys", "the ledger's key: a row that repeats it would be rejected, and every row is taken"),
        Rows = new Dictionary<string, long>
        {
            ["accounts"] = 99, ["assignments"] = 296, ["departments"] = 16, ["employees"] = 290, ["ledger"] = 39409, ["pay_changes"] = 316,
            ["products"] = 504, ["purchase_order_lines"] = 8845, ["purchase_orders"] = 4012, ["quotas"] = 163, ["scenarios"] = 3,
            ["sellers"] = 17, ["shifts"] = 120, ["stock"] = 1069, ["survey_answers"] = 2727, ["vendor_products"] = 460, ["vendors"] = 104,
        }.ToImmutableSortedDictionary(),
    };

    /// <summary>The vendors with the greatest values of a metric.</summary>
    private static MetricQuery Greatest(string metric, int count) =>
        new() { Metrics = [metric], By = ["vendors.name"], Order = [new SortKey(metric, Descending: true)], Limit = count };
}
