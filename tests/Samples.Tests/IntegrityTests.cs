using System.Globalization;

namespace Kelvin.Samples.Tests;

public sealed class IntegrityTests
{
    private static readonly (string From, string Column, string To, string Key)[] Links =
    [
        ("customers", "campaign_id", "campaigns", "campaign_id"),
        ("orders", "customer_id", "customers", "customer_id"),
        ("order_lines", "order_id", "orders", "order_id"),
        ("order_lines", "product_id", "products", "product_id"),
        ("returns", "order_line_id", "order_lines", "order_line_id"),
        ("campaign_days", "Kampanj", "campaigns", "campaign_id"),
        ("leads", "campaign_id", "campaigns", "campaign_id"),
        ("touches", "campaign_id", "campaigns", "campaign_id"),
        ("touches", "customer_id", "customers", "customer_id"),
        ("opportunities", "lead_id", "leads", "lead_id"),
        ("opportunity_stages", "opportunity_id", "opportunities", "opportunity_id"),
        ("purchase_orders", "supplier_id", "suppliers", "supplier_id"),
        ("purchase_orders", "product_id", "products", "product_id"),
        ("stock_levels", "product_id", "products", "product_id"),
    ];

    private static readonly (string Table, string Column)[] Times =
    [
        ("customers", "first_contact_at"), ("orders", "ordered_at"), ("orders", "delivered_at"), ("returns", "returned_on"),
        ("campaign_days", "Dag"), ("touches", "touched_at"), ("leads", "created_at"), ("leads", "qualified_at"), ("leads", "converted_at"),
        ("opportunities", "opened_at"), ("opportunities", "closed_at"), ("opportunity_stages", "entered_at"), ("opportunity_stages", "left_at"),
        ("purchase_orders", "ordered_on"),
        ("purchase_orders", "received_on"), ("stock_levels", "counted_on"), ("sales_costs", "Månad"),
    ];

    [Theory, MemberData(nameof(Company.Various), MemberType = typeof(Company))]
    public void Every_link_leads_to_a_row(int seed, string today)
    {
        var company = Company.Of(seed, today);
        foreach (var (from, column, to, key) in Links)
        {
            var keys = company[to].Column(key).ToHashSet();
            var dangling = company[from].Column(column).Where(value => value != "" && !keys.Contains(value));
            Assert.Empty(dangling);
        }
    }

    [Theory, MemberData(nameof(Company.Various), MemberType = typeof(Company))]
    public void Nothing_happens_in_the_future(int seed, string today)
    {
        var company = Company.Of(seed, today);
        foreach (var (table, column) in Times)
            Assert.All(company[table].Column(column).Select(Company.Day).Distinct(), day => Assert.True(day is null || day < company.Today, $"{table}.{column}: {day}"));
    }

    [Theory, MemberData(nameof(Company.Various), MemberType = typeof(Company))]
    public void Every_local_time_exists_exactly_once(int seed, string today)
    {
        var stockholm = TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm");
        var company = Company.Of(seed, today);
        foreach (var (table, column) in Times.Where(time => time.Column.EndsWith("_at", StringComparison.Ordinal)))
        {
            var moments = company[table].Column(column)
                .Where(text => DateTime.TryParseExact(text, "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
                .Select(text => DateTime.ParseExact(text, "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture));
            Assert.DoesNotContain(moments, moment => stockholm.IsInvalidTime(moment) || stockholm.IsAmbiguousTime(moment));
        }
    }

    [Theory, MemberData(nameof(Company.Various), MemberType = typeof(Company))]
    public void A_lead_is_qualified_before_it_is_converted_and_a_parcel_ordered_before_it_is_delivered(int seed, string today)
    {
        var company = Company.Of(seed, today);
        AssertOrdered(company["leads"], "created_at", "qualified_at");
        AssertOrdered(company["leads"], "qualified_at", "converted_at");
        AssertOrdered(company["orders"], "ordered_at", "delivered_at");
    }

    private static void AssertOrdered(Table table, string earlier, string later)
    {
        var known = table.Rows.Where(row => table.Value(row, earlier) != "" && table.Value(row, later) != "").ToList();
        Assert.NotEmpty(known);
        Assert.DoesNotContain(known, row => string.CompareOrdinal(table.Value(row, earlier), table.Value(row, later)) > 0);
    }
}
