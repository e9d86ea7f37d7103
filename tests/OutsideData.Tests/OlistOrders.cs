using System.Collections.Immutable;
using Kelvin.Calendars;
using Kelvin.Compiler;

namespace OutsideData.Tests;

/// <summary>A Brazilian marketplace: 8,135 orders with items, payments, reviews and customers.</summary>
internal static class OlistOrders
{
    public static OutsideValues Values { get; } = new("olist_orders")
    {
        Totals =
        [
            "orders", "delivered_orders", "delivered_status_without_delivery_date", "delivery_date_but_not_delivered_status",
            "on_time_rate_by_date", "on_time_rate_by_timestamp", "late_orders_by_date", "same_day_boundary_cases",
            "lead_time_days_mean", "lead_time_days_median", "lead_time_days_p95", "lead_time_calendar_days_mean",
            "approval_hours_median", "carrier_before_approval", "delivered_before_carrier", "gmv", "freight", "freight_ratio",
            "payments_total", "aov_items", "orders_without_items", "payment_reconciliation_breaks", "unique_customers",
            "repeat_customer_rate", "review_score_mean", "csat_4_5", "nps_style",
        ],
        Questions = new Dictionary<string, MetricQuery>
        {
            ["orders_by_status"] = new() { Metrics = ["orders"], By = ["status"] },
            ["orders_by_purchase_month"] = new() { Metrics = ["orders"], Grain = Grain.Month },
            ["gmv_by_customer_state"] = new() { Metrics = ["gmv"], By = ["customers.customer_state"] },
            ["on_time_rate_by_customer_state"] = new() { Metrics = ["on_time_rate_by_date"], By = ["customers.customer_state"] },
            ["review_mean_late_vs_ontime"] = new() { Metrics = ["review_score_mean_of_delivered"], By = ["orders.punctuality"] },
            ["cancel_rate_by_purchase_year"] = new() { Metrics = ["cancel_rate"], Grain = Grain.Year },
        }.ToImmutableSortedDictionary(),
        Reasons = ImmutableSortedDictionary<string, string>.Empty.Add(
            "naive_fanout_gmv", "wrong on purpose: a join that repeats items is refused, see OlistOrdersTests"),
        Rows = new Dictionary<string, long>
        {
            ["categories"] = 71, ["customers"] = 8135, ["geolocation"] = 45928, ["order_items"] = 8365, ["order_payments"] = 8924,
            ["order_reviews"] = 8225, ["orders"] = 8135, ["products"] = 5460, ["sellers"] = 1610,
        }.ToImmutableSortedDictionary(),
    };
}
