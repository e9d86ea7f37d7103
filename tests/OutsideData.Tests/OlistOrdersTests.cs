using Kelvin.Compiler;
using Kelvin.Queries.Asking;

namespace OutsideData.Tests;

/// <summary>What the marketplace's data tempt one to do wrongly.</summary>
public sealed class OlistOrdersTests
{
    [Fact]
    public async Task Items_broken_down_by_payment_are_refused_and_not_repeated()
    {
        var company = await Company.OpenAsync("duckdb", OlistOrders.Values.Folder);
        var query = new MetricQuery { Metrics = ["gmv"], By = ["order_payments.payment_type"] };
        var outcome = await company.Asking.AskAsync(query, Viewer.Everything, TestContext.Current.CancellationToken);
        Assert.Equal(["formula.fan-out-in-row"], outcome.Issues.Select(issue => issue.Code));
    }
}
