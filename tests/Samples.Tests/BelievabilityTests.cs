namespace Kelvin.Samples.Tests;

public sealed class BelievabilityTests
{
    [Theory, MemberData(nameof(Company.Various), MemberType = typeof(Company))]
    public void Margin_of_every_month_lies_between_25_and_55_percent(int seed, string today)
    {
        var months = Sale.All(Company.Of(seed, today)).GroupBy(sale => (sale.Day.Year, sale.Day.Month)).ToList();

        Assert.InRange(months.Count, 24, 25);
        Assert.All(months, month => Assert.InRange(Sale.Margin(month), 0.25m, 0.55m));
    }

    [Theory, MemberData(nameof(Company.Various), MemberType = typeof(Company))]
    public void Amount_is_the_list_amount_less_the_discount(int seed, string today) =>
        Assert.DoesNotContain(Sale.All(Company.Of(seed, today)), sale => sale.Amount != sale.List - sale.Discount || sale.Discount < 0 || sale.Amount <= 0);

    [Theory, MemberData(nameof(Company.Various), MemberType = typeof(Company))]
    public void Second_year_sells_a_tenth_more_or_so(int seed, string today)
    {
        var company = Company.Of(seed, today);
        var sales = Sale.All(company);
        var middle = company.Today.AddDays(-365);
        var growth = sales.Where(sale => sale.Day >= middle).Sum(sale => sale.Amount) / sales.Where(sale => sale.Day < middle).Sum(sale => sale.Amount) - 1;

        Assert.InRange(growth, 0.03m, 0.25m);
    }

    [Theory, MemberData(nameof(Company.Various), MemberType = typeof(Company))]
    public void Black_friday_is_the_busiest_day_on_the_web(int seed, string today)
    {
        var company = Company.Of(seed, today);
        var orders = company["orders"];
        var busiest = orders.Rows.Where(row => orders.Value(row, "channel") == "web" && Company.Day(orders.Value(row, "ordered_at")) is not null)
            .GroupBy(row => Company.Day(orders.Value(row, "ordered_at"))!.Value).MaxBy(day => day.Count())!.Key;

        Assert.Equal((11, DayOfWeek.Friday), (busiest.Month, busiest.DayOfWeek));
        Assert.InRange(busiest.Day, 23, 29);
    }

    [Theory, MemberData(nameof(Company.Various), MemberType = typeof(Company))]
    public void A_few_customers_are_loyal_and_most_come_once_or_twice(int seed, string today)
    {
        var counts = Company.Of(seed, today)["orders"].Column("customer_id").Where(id => id != "").CountBy(id => id)
            .Select(pair => pair.Value).OrderDescending().ToList();
        var topTenth = counts.Take(counts.Count / 10).Sum() / (double)counts.Sum();

        Assert.InRange(counts[counts.Count / 2], 1, 2);
        Assert.InRange(topTenth, 0.30, 0.65);
    }

    [Theory, MemberData(nameof(Company.Various), MemberType = typeof(Company))]
    public void Businesses_order_on_weekdays(int seed, string today)
    {
        var byWeekend = Sale.All(Company.Of(seed, today)).Where(sale => sale.Channel == "b2b")
            .CountBy(sale => sale.Day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday).ToDictionary();

        Assert.True(byWeekend[true] * 20 < byWeekend[false]);
    }

    [Theory, MemberData(nameof(Company.Various), MemberType = typeof(Company))]
    public void Latest_deliveries_are_not_yet_known(int seed, string today)
    {
        var company = Company.Of(seed, today);
        Assert.InRange(Delivered(company.Today.AddDays(-2), company.Today), 0, 0.30);
        Assert.InRange(Delivered(company.Today.AddDays(-60), company.Today.AddDays(-30)), 0.98, 1);

        double Delivered(DateOnly from, DateOnly until)
        {
            var orders = company["orders"];
            var sent = orders.Rows.Where(row => orders.Value(row, "promised_on") != "" && orders.Value(row, "status") != "cancelled" &&
                Company.Day(orders.Value(row, "ordered_at")) is { } day && day >= from && day < until).ToList();
            return sent.Count(row => orders.Value(row, "delivered_at") != "") / (double)sent.Count;
        }
    }
}
