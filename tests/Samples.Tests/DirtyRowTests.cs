namespace Kelvin.Samples.Tests;

public sealed class DirtyRowTests
{
    private static readonly Company Company = Company.Of(7, "2026-03-10");

    [Fact]
    public void Orders_have_the_documented_rows_to_reject()
    {
        var orders = Company["orders"];

        Assert.Equal(DirtyRows.OrdersWithBadTimes, orders.Column("ordered_at").Count(text => Company.Day(text) is null));
        Assert.Equal(DirtyRows.DuplicateOrders, orders.Rows.Count - orders.Column("order_id").Distinct().Count());
    }

    [Fact]
    public void Order_lines_have_the_documented_rows_to_reject()
    {
        var lines = Company["order_lines"];

        Assert.Equal(DirtyRows.LinesWithBadAmounts, lines.Column("amount").Count(text => Company.Number(text) is null));
        Assert.Equal(lines.Rows.Count, lines.Column("order_line_id").Distinct().Count());
    }

    [Fact]
    public void Campaign_days_have_the_documented_duplicates()
    {
        var days = Company["campaign_days"];
        var keys = days.Rows.Select(row => (days.Value(row, "Dag"), days.Value(row, "Kampanj"), days.Value(row, "Land")));

        Assert.Equal(DirtyRows.DuplicateCampaignDays, days.Rows.Count - keys.Distinct().Count());
    }

    [Fact]
    public void Leads_have_the_documented_rows_to_reject()
    {
        var leads = Company["leads"];

        Assert.Equal(DirtyRows.LeadsWithBadTimes, leads.Column("created_at").Count(text => Company.Day(text) is null));
        Assert.Equal(leads.Rows.Count, leads.Column("lead_id").Distinct().Count());
    }

    [Fact]
    public void Some_deals_close_before_the_first_contact()
    {
        var created = Company["leads"].Rows.ToDictionary(row => Company["leads"].Value(row, "lead_id"), row => Company["leads"].Value(row, "created_at"));
        var deals = Company["opportunities"];
        var early = deals.Rows.Where(row => deals.Value(row, "closed_at") is var closed && closed != "" &&
            string.CompareOrdinal(closed, created[deals.Value(row, "lead_id")]) < 0);

        Assert.Equal(DirtyRows.DealsClosedTooEarly, early.Count());
    }

    [Theory]
    [InlineData("customers", "customer_id")]
    [InlineData("products", "product_id")]
    [InlineData("campaigns", "campaign_id")]
    [InlineData("suppliers", "supplier_id")]
    [InlineData("returns", "return_id")]
    [InlineData("opportunities", "opportunity_id")]
    [InlineData("purchase_orders", "purchase_order_id")]
    public void Other_keys_are_unique(string table, string key) =>
        Assert.Equal(Company[table].Rows.Count, Company[table].Column(key).Distinct().Count());
}
