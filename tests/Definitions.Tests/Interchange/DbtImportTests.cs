using Kelvin.Catalog;
using Kelvin.Interchange.Dbt;
using Kelvin.Interchange.Tables;

namespace Definitions.Tests.Interchange;

/// <summary>A small dbt project: what becomes of it, and what is said of the rest.</summary>
public sealed class DbtImportTests
{
    private const string Project = """
        semantic_models:
          - name: orders
            description: One row per order.
            model: ref('fct_orders')
            defaults: { agg_time_dimension: ordered_at }
            entities:
              - { name: order, type: primary, expr: order_id }
              - { name: customer, type: foreign, expr: customer_id }
            dimensions:
              - { name: ordered_at, type: time, type_params: { time_granularity: day } }
              - { name: is_large, type: categorical, expr: amount > 100 }
              - { name: odd, type: categorical, expr: "json_extract(payload, '$.x')" }
            measures:
              - { name: order_count, agg: sum, expr: 1, create_metric: true }
              - { name: revenue, agg: sum, expr: amount }
              - { name: large_orders, agg: sum_boolean, expr: amount > 100, create_metric: true }
          - name: customers
            model: ref('dim_customers')
            meta: { owner: someone }
            entities: [{ name: customer, type: primary, expr: customer_id }]
            dimensions: [{ name: country, type: categorical }]
        metrics:
          - name: revenue
            label: Revenue
            description: What customers pay.
            type: simple
            type_params: { measure: revenue }
          - name: home_revenue
            label: Home revenue
            type: simple
            type_params: { measure: revenue }
            filter: "{{ Dimension('customer__country') }} = 'se'"
          - name: average_order
            label: Average order
            type: ratio
            type_params: { numerator: revenue, denominator: order_count }
          - name: odd_sum
            label: Odd sum
            type: derived
            type_params: { expr: order_count - 10 + revenue, metrics: [order_count, revenue] }
        saved_queries:
          - name: by_country
            query_params:
              metrics: [revenue]
              group_by: ["TimeDimension('metric_time', 'month')", "Dimension('customer__country')"]
        """;

    private static readonly DbtImport Imported = DbtImport.Read([new DefinitionFile("models/orders.yml", Project, null)], WarehouseTables.Unknown);

    private static readonly MetricCatalog Catalog = CatalogLoader.Load([DbtImport.Settings("Shop"), .. Imported.Files]);

    [Fact]
    public void A_workspace_takes_what_was_written() => Assert.Empty(Catalog.Issues);

    [Theory]
    [InlineData("order_count", "count(orders)")]
    [InlineData("revenue", "sum(amount)")]
    [InlineData("large_orders", "sum(case when amount > 100 then 1 orders else 0 end)")]
    [InlineData("home_revenue", "sum(amount where customer.country = 'se')")]
    [InlineData("average_order", "revenue / order_count")]
    [InlineData("odd_sum", "order_count / 1 orders - 10 + revenue")]
    public void A_metric_becomes_a_formula(string metric, string formula) => Assert.Equal(formula, Catalog.Metrics[metric].Formula);

    [Fact]
    public void Labels_and_descriptions_come_along()
    {
        Assert.Equal("What customers pay.", Catalog.Metrics["revenue"].Description!.ToString());
        Assert.Equal("Average order", Catalog.Metrics["average_order"].Label.ToString());
    }

    [Fact]
    public void Entities_become_keys_and_links()
    {
        Assert.Equal(["order"], Catalog.Datasets["orders"].Key);
        Assert.Equal("customers", Catalog.Datasets["orders"].Find("customer")!.LinksTo);
        Assert.Equal(["customer"], Catalog.Datasets["customers"].Key);
    }

    [Fact]
    public void What_is_lost_or_assumed_is_reported_where_it_stands() =>
        Assert.Equal(
            [
                "models/orders.yml:2:5 interchange.types-assumed",
                "models/orders.yml:12:47 interchange.expression-lost",
                "models/orders.yml:17:5 interchange.types-assumed",
                "models/orders.yml:19:5 interchange.key-lost",
                "models/orders.yml:42:5 interchange.dbt-saved-query",
            ],
            Imported.Issues.OrderBy(issue => issue.Place!.Line).Select(issue => $"{issue.Place} {issue.Code}"));

    [Fact]
    public void A_saved_query_becomes_a_command() =>
        Assert.Equal(
            "Ask it with: kelvin query revenue --grain month --by \"customer.country as customer__country\"",
            Imported.Issues.Single(issue => issue.Code == "interchange.dbt-saved-query").Hint(Kelvin.Language.Tongue.English));

    [Fact]
    public void Types_come_from_the_warehouse_where_they_are_known()
    {
        var tables = WarehouseTables.Read(new DefinitionFile("tables.json", """[{"table": "FCT_ORDERS", "columns": [{"name": "AMOUNT", "type": "NUMERIC(12, 2)"}, {"name": "order_id", "type": "varchar(9)"}, {"name": "ordered_at", "type": "TIMESTAMP"}, {"name": "customer_id", "type": "BIGINT"}]}]""", null)).Value!;
        var text = DbtImport.Read([new DefinitionFile("models/orders.yml", Project, null)], tables).Files.Single(file => file.Path == "orders.yaml").Text;
        Assert.Contains("amount: number with 2 decimals?", text, StringComparison.Ordinal);
        Assert.Contains("ordered_at: timestamp?", text, StringComparison.Ordinal);
        Assert.Contains("customer: integer? -> customers", text, StringComparison.Ordinal);
    }
}
