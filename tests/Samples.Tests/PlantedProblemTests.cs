namespace Kelvin.Samples.Tests;

/// <summary>The problems of samples/README.md are in the files, found by counting rows and nothing else.</summary>
public sealed class PlantedProblemTests
{
    [Theory, MemberData(nameof(Company.Various), MemberType = typeof(Company))]
    public void Vidfrakt_delivers_late_in_Norway_and_nowhere_else(int seed, string today)
    {
        var company = Company.Of(seed, today);
        var orders = company["orders"];
        var countries = company["customers"].Rows.ToDictionary(
            row => company["customers"].Value(row, "customer_id"), row => company["customers"].Value(row, "country"));
        var deliveries = orders.Rows.Where(row => orders.Value(row, "delivered_at") != "").ToList();

        Assert.InRange(OnTime("Vidfrakt", "NO", late: false), 0.90, 0.99);
        Assert.InRange(OnTime("Vidfrakt", "NO", late: true), 0.25, 0.60);
        Assert.InRange(OnTime("Nordanlast", "NO", late: true), 0.85, 0.99);
        Assert.InRange(OnTime("Vidfrakt", "SE", late: true), 0.88, 0.99);

        double OnTime(string carrier, string country, bool late)
        {
            // Parcels sent before the change arrive in the week after it.
            var chosen = deliveries.Where(row => orders.Value(row, "carrier") == carrier && countries[orders.Value(row, "customer_id")] == country &&
                (late ? Day(row, "delivered_at") >= company.Problems.NorwayLateFrom.AddDays(7) : Day(row, "delivered_at") < company.Problems.NorwayLateFrom)).ToList();
            Assert.True(chosen.Count > 80);
            return chosen.Count(row => Day(row, "delivered_at") <= Day(row, "promised_on")) / (double)chosen.Count;
        }

        DateOnly? Day(string[] row, string column) => Company.Day(orders.Value(row, column));
    }

    [Theory, MemberData(nameof(Company.Various), MemberType = typeof(Company))]
    public void Norwegian_delays_begin_on_a_monday(int seed, string today) =>
        Assert.Equal(DayOfWeek.Monday, Company.Of(seed, today).Problems.NorwayLateFrom.DayOfWeek);

    [Theory, MemberData(nameof(Company.Various), MemberType = typeof(Company))]
    public void A_lead_from_social_media_costs_more_than_double_after_the_change_though_a_click_does_not(int seed, string today)
    {
        var company = Company.Of(seed, today);
        var (days, leads) = (company["campaign_days"], company["leads"]);
        var from = company.Problems.SocialCampaignFrom;
        var social = company["campaigns"].Rows.Where(row => company["campaigns"].Value(row, "name").StartsWith("Sociala medier", StringComparison.Ordinal))
            .Select(row => company["campaigns"].Value(row, "campaign_id")).ToHashSet();

        var (before, after) = (Costs(false), Costs(true));
        Assert.True(after.PerLead > 2 * before.PerLead, $"{before} {after}");
        Assert.True(after.PerClick < before.PerClick);

        (decimal PerLead, decimal PerClick) Costs(bool isAfter)
        {
            var spent = days.Rows.Where(row => social.Contains(days.Value(row, "Kampanj")) && Company.Day(days.Value(row, "Dag")) >= from == isAfter).ToList();
            var won = leads.Rows.Count(row => social.Contains(leads.Value(row, "campaign_id")) && Company.Day(leads.Value(row, "created_at")) >= from == isAfter);
            var spend = spent.Sum(row => Company.Number(days.Value(row, "Kostnad (kr)"))!.Value);
            return (spend / won, spend / spent.Sum(row => Company.Number(days.Value(row, "Klick"))!.Value));
        }
    }

    [Theory, MemberData(nameof(Company.Various), MemberType = typeof(Company))]
    public void Discounts_eat_the_margin_of_backpacks_and_of_nothing_else(int seed, string today)
    {
        var company = Company.Of(seed, today);
        var sales = Sale.All(company);
        var backpacks = sales.Where(sale => sale.Category == "Ryggsäckar").ToList();
        var others = sales.Where(sale => sale.Category != "Ryggsäckar").ToList();
        var lastMonth = company.Today.AddDays(-30);

        Assert.True(Sale.Margin(backpacks.Where(IsBefore)) - Sale.Margin(backpacks.Where(sale => sale.Day >= lastMonth)) > 0.15m);
        Assert.True(Math.Abs(Sale.Margin(others.Where(IsBefore)) - Sale.Margin(others.Where(sale => sale.Day >= lastMonth))) < 0.06m);
        Assert.True(DiscountRate(backpacks.Where(sale => sale.Day >= lastMonth)) > 0.25m);

        bool IsBefore(Sale sale) => sale.Day < company.Problems.BackpackDiscountsFrom;
        static decimal DiscountRate(IEnumerable<Sale> some) => some.Sum(sale => sale.Discount) / some.Sum(sale => sale.List);
    }

    [Theory, MemberData(nameof(Company.Various), MemberType = typeof(Company))]
    public void Sleeping_bags_take_twice_as_long_to_come(int seed, string today)
    {
        var company = Company.Of(seed, today);
        var purchases = company["purchase_orders"];
        var received = purchases.Rows.Where(row => purchases.Value(row, "supplier_id") == "S02" && purchases.Value(row, "received_on") != "").ToList();

        Assert.InRange(LeadTime(false), 17, 23);
        Assert.InRange(LeadTime(true), 36, 50);

        double LeadTime(bool isAfter) => received
            .Where(row => Company.Day(purchases.Value(row, "ordered_on")) >= company.Problems.SleepingBagDelaysFrom == isAfter)
            .Average(row => Company.Day(purchases.Value(row, "received_on"))!.Value.DayNumber - Company.Day(purchases.Value(row, "ordered_on"))!.Value.DayNumber);
    }

    [Theory, MemberData(nameof(Company.Various), MemberType = typeof(Company))]
    public void Exactly_one_day_has_no_orders_though_order_numbers_run_on(int seed, string today)
    {
        var company = Company.Of(seed, today);
        var orders = company["orders"];
        var days = orders.Column("ordered_at").Select(Company.Day).ToHashSet();
        var empty = Enumerable.Range(0, company.Problems.Days).Select(company.Problems.HistoryFrom.AddDays).Where(day => !days.Contains(day));

        Assert.Equal([company.Problems.GapOn], empty);
        Assert.True(FirstOn(company.Problems.GapOn.AddDays(1)) - LastOn(company.Problems.GapOn.AddDays(-1)) > 20);

        int FirstOn(DateOnly day) => Numbers(day).Min();
        int LastOn(DateOnly day) => Numbers(day).Max();
        IEnumerable<int> Numbers(DateOnly day) => orders.Rows.Where(row => Company.Day(orders.Value(row, "ordered_at")) == day)
            .Select(row => (int)Company.Number(orders.Value(row, "order_id")[1..])!.Value);
    }
}
