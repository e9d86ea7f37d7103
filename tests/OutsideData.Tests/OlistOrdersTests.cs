using System.Collections.Immutable;
using Kelvin.Calendars;
using Kelvin.Compiler;
using Kelvin.Queries.Asking;

namespace OutsideData.Tests;

/// <summary>A Brazilian marketplace: 8,135 orders with items, payments, reviews and customers.</summary>
public sealed class OlistOrdersTests
{
    private static readonly OutsideValues Values = new(
        "olist_orders",
        new[]
        {
            "orders", "delivered_orders", "delivered_status_without_delivery_date", "delivery_date_but_not_delivered_status",
            "on_time_rate_by_date", "on_time_rate_by_timestamp", "late_orders_by_date", "same_day_boundary_cases",
            "lead_time_days_mean", "lead_time_days_median", "lead_time_days_p95", "lead_time_calendar_days_mean",
            "approval_hours_median", "carrier_before_approval", "delivered_before_carrier", "gmv", "freight", "freight_ratio",
            "payments_total", "aov_items", "orders_without_items", "payment_reconciliation_breaks", "unique_customers",
            "repeat_customer_rate", "review_score_mean", "csat_4_5", "nps_style",
        }
        .ToImmutableSortedDictionary(name => name, name => new MetricQuery { Metrics = [name] })
        .AddRange(new Dictionary<string, MetricQuery>
        {
            ["orders_by_status"] = new() { Metrics = ["orders"], By = ["status"] },
            ["orders_by_purchase_month"] = new() { Metrics = ["orders"], Grain = Grain.Month },
            ["gmv_by_customer_state"] = new() { Metrics = ["gmv"], By = ["customers.customer_state"] },
            ["on_time_rate_by_customer_state"] = new() { Metrics = ["on_time_rate_by_date"], By = ["customers.customer_state"] },
            ["review_mean_late_vs_ontime"] = new() { Metrics = ["review_score_mean_of_delivered"], By = ["orders.punctuality"] },
            ["cancel_rate_by_purchase_year"] = new() { Metrics = ["cancel_rate"], Grain = Grain.Year },
        }),
        ImmutableSortedDictionary<string, string>.Empty.Add(
            "naive_fanout_gmv", "wrong on purpose: a join that repeats items is refused, see the test below"));

    public static TheoryData<string> Names => [.. Values.Questions.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public Task The_outside_value_is_reproduced(string name) => Values.CheckAsync(name);

    [Fact]
    public void Every_outside_value_is_asked_for() => Values.CheckCoverage();

    [Fact]
    public async Task Items_broken_down_by_payment_are_refused_and_not_repeated()
    {
        var company = await Company.OpenAsync(Values.Folder);
        var query = new MetricQuery { Metrics = ["gmv"], By = ["order_payments.payment_type"] };
        var outcome = await company.Asking.AskAsync(query, Viewer.Everything, TestContext.Current.CancellationToken);
        Assert.Equal(["formula.fan-out-in-row"], outcome.Issues.Select(issue => issue.Code));
    }

    [Fact]
    public async Task Every_row_of_every_file_is_taken()
    {
        var company = await Company.OpenAsync(Values.Folder);
        Assert.All(company.Loads.Values, load => Assert.Equal((0, 0), (load.Rejected, load.EmptyLines)));
        Assert.Equal(Values.Count("orders"), company.Loads["orders"].Accepted);
        Assert.Equal(
            [71, 8135, 45928, 8365, 8924, 8225, 8135, 5460, 1610],
            company.Loads.Values.Select(load => load.Accepted));
    }
}
