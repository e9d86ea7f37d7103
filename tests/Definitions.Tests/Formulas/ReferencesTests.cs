using Kelvin.Formulas;
using Kelvin.Formulas.Syntax;

namespace Definitions.Tests.Formulas;

public sealed class ReferencesTests
{
    private static readonly ShopScope Shop = new();

    [Fact]
    public void A_metric_reads_the_columns_and_links_of_its_aggregates_and_the_metrics_it_names()
    {
        var formula = FormulaParser.Parse("sum(order_items.price where customers.country = 'SE') / trailing(revenue, 28 days)").Value!;
        var references = FormulaReferences.Of(FormulaChecker.CheckMetric(formula, Shop).Value!, Shop);
        Assert.Equal(["customers", "order_items", "orders"], references.Datasets);
        Assert.Equal(
            [new("customers", "country"), new("order_items", "order_id"), new("order_items", "price"), new("orders", "customer_id")],
            references.Columns);
        Assert.Equal(["revenue"], references.Metrics);
    }

    [Fact]
    public void A_rolled_up_column_reads_the_link_that_leads_to_its_row()
    {
        var formula = FormulaParser.Parse("count(order_items where price > 10) > 2").Value!;
        var row = FormulaChecker.CheckRow(formula, Shop.Dataset("orders")!, Shop).Value!;
        var references = FormulaReferences.Of(row, "orders", Shop);
        Assert.Equal(["order_items", "orders"], references.Datasets);
        Assert.Equal([new("order_items", "order_id"), new("order_items", "price")], references.Columns);
    }

    [Fact]
    public void A_conversion_reads_the_code_the_day_and_the_rates()
    {
        var formula = FormulaParser.Parse("convert(wallet_id.limit, SEK)").Value!;
        var row = FormulaChecker.CheckRow(formula, Shop.Dataset("transfers")!, Shop).Value!;
        var references = FormulaReferences.Of(row, "transfers", Shop);
        Assert.Equal(["rates", "transfers", "wallets"], references.Datasets);
        Assert.Equal(
            [
                new("rates", "code"), new("rates", "day"), new("rates", "rate"), new("transfers", "at"), new("transfers", "wallet_id"),
                new("wallets", "code"), new("wallets", "limit"),
            ],
            references.Columns);
    }

    [Fact]
    public void Names_are_listed_in_the_order_of_reading()
    {
        var formula = FormulaParser.Parse("case when a > b.c then sum(d where e) else f end").Value!;
        Assert.Equal(["a", "b.c", "d", "e", "f"], FormulaReferences.NamesIn(formula).Select(name => string.Join('.', name.Parts)));
    }
}
