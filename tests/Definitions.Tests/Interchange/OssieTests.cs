using Kelvin.Catalog;
using Kelvin.Interchange.Dbt;
using Kelvin.Interchange.Ossie;
using Kelvin.Interchange.Ossie.Export;
using Kelvin.Interchange.Reports;
using Kelvin.Interchange.Tables;

namespace Definitions.Tests.Interchange;

/// <summary>Core models of Apache Ossie: into our definitions, and back.</summary>
public sealed class OssieTests
{
    private const string Model = """
        version: 0.2.0.dev0
        semantic_model:
          - name: shop
            datasets:
              - name: orders
                source: sales.public.fct_orders
                primary_key: [order_id]
                unique_keys: [[order_id], [order_number]]
                description: Customer orders
                ai_context: { synonyms: [purchases] }
                fields:
                  - { name: order_id, datatype: String, expression: { dialects: [{ dialect: ANSI_SQL, expression: order_id }] } }
                  - { name: customer, datatype: String, expression: { dialects: [{ dialect: ANSI_SQL, expression: customer_id }] } }
                  - { name: order_date, datatype: Date, dimension: { is_time: true }, expression: { dialects: [{ dialect: ANSI_SQL, expression: order_date }] } }
                  - { name: amount, datatype: Float, expression: { dialects: [{ dialect: ANSI_SQL, expression: amount }] } }
                  - { name: is_large, expression: { dialects: [{ dialect: ANSI_SQL, expression: amount > 100 }] } }
                  - { name: odd, expression: { dialects: [{ dialect: MDX, expression: "[Odd]" }] } }
              - name: customers
                source: sales.public.customers
                fields:
                  - { name: id, datatype: String, expression: { dialects: [{ dialect: ANSI_SQL, expression: id }] } }
                  - { name: country, datatype: String, expression: { dialects: [{ dialect: ANSI_SQL, expression: country }] } }
            relationships:
              - { name: orders_to_customers, from: orders, to: customers, from_columns: [customer_id], to_columns: [id] }
              - { name: nowhere, from: orders, to: products, from_columns: [product], to_columns: [id] }
            metrics:
              - { name: total, expression: { dialects: [{ dialect: ANSI_SQL, expression: SUM(orders.amount) }] }, description: All of it }
              - { name: large, expression: { dialects: [{ dialect: ANSI_SQL, expression: "COUNT(CASE WHEN orders.amount > 100 THEN orders.order_id END)" }] } }
              - { name: per_customer, expression: { dialects: [{ dialect: ANSI_SQL, expression: "SUM(orders.amount) / NULLIF(COUNT(DISTINCT customers.id), 0)" }] } }
              - { name: home, expression: { dialects: [{ dialect: ANSI_SQL, expression: "SUM(CASE WHEN customers.country = 'SE' THEN orders.amount END)" }] } }
              - { name: rows, expression: { dialects: [{ dialect: ANSI_SQL, expression: COUNT(*) }] } }
              - { name: spread, expression: { dialects: [{ dialect: ANSI_SQL, expression: STDDEV(orders.amount) }] } }
        """;

    private const string Ours = """
        dataset: orders
        label: { sv: Ordrar, en: Orders }
        key: order_id
        time: ordered_on
        source: { file: orders.csv, names: { amount: Order Amount } }
        columns:
          order_id: text
          customer: text? -> customers
          ordered_on: date
          amount: money SEK
          boxes: integer?
          is_gift: boolean?
          weight: number with 3 decimals
          is_large: "= amount > 100 SEK"
        ---
        dataset: customers
        label: Customers
        key: customer_id
        source: { file: customers.csv }
        columns:
          customer_id: text
          country: { type: text, label: { sv: Land, en: Country } }
        ---
        metric: revenue
        label: { sv: Intäkter, en: Revenue }
        description: What customers pay.
        better: higher
        dataset: orders
        formula: sum(amount)
        empty: zero
        ---
        metric: gifts
        label: Gifts
        dataset: orders
        formula: count(orders where is_gift)
        ---
        metric: buyers
        label: Buyers
        dataset: orders
        formula: distinct(customer)
        ---
        metric: home_revenue
        label: Home revenue
        formula: sum(orders.amount where customers.country = 'SE')
        ---
        metric: average_weight
        label: Average weight
        dataset: orders
        formula: average(weight)
        ---
        metric: per_order
        label: Revenue per order
        dataset: orders
        formula: sum(amount) / count(orders)
        """;

    private static readonly ImportedDefinitions Imported = OssieImport.Read([new DefinitionFile("shop.yaml", Model, null)], WarehouseTables.Unknown);

    private static readonly MetricCatalog Catalog = CatalogLoader.Load([DbtImport.Settings("Shop"), .. Imported.Files]);

    [Fact]
    public void A_workspace_takes_what_was_written() => Assert.Empty(Catalog.Issues);

    [Theory]
    [InlineData("#orders")]
    [InlineData("#0")]
    [InlineData("#7")]
    public void A_name_of_odd_signs_is_a_name_that_nobody_knows(string name)
    {
        var model = Model.Replace("expression: STDDEV(orders.amount)", $"expression: 'SUM(orders.amount) / \"{name}\"'", StringComparison.Ordinal);
        var imported = OssieImport.Read([new DefinitionFile("shop.yaml", model, null)], WarehouseTables.Unknown);
        Assert.DoesNotContain("metric: spread", string.Concat(imported.Files.Select(file => file.Text)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("total", "sum(amount)")]
    [InlineData("large", "sum(case when amount > 100 then 1 orders else 0 end)")]
    [InlineData("per_customer", "sum(orders.amount) / distinct(customers.id)")]
    [InlineData("home", "sum(orders.amount where customers.country = 'SE')")]
    public void A_metric_becomes_a_formula(string metric, string formula) => Assert.Equal(formula, Catalog.Metrics[metric].Formula);

    [Fact]
    public void Relationships_become_links_and_give_keys()
    {
        Assert.Equal("customers", Catalog.Datasets["orders"].Find("customer")!.LinksTo);
        Assert.Equal(["id"], Catalog.Datasets["customers"].Key);
        Assert.Equal("order_date", Catalog.Datasets["orders"].Time);
    }

    [Theory]
    [InlineData("orders", ElementOutcome.Partial, "interchange.key-lost interchange.ossie-dialect interchange.ossie-unique")]
    [InlineData("nowhere", ElementOutcome.LeftOut, "interchange.ossie-link-ends")]
    [InlineData("rows", ElementOutcome.LeftOut, "interchange.ossie-dataset-of")]
    [InlineData("spread", ElementOutcome.LeftOut, "interchange.expression-lost")]
    [InlineData("total", ElementOutcome.Whole, "")]
    public void Of_every_element_it_is_said_what_became_of_it(string name, ElementOutcome outcome, string codes)
    {
        var line = Imported.Report.Lines.Single(line => line.Element?.Name == name);
        Assert.Equal((outcome, codes), (line.Outcome, string.Join(' ', line.Remarks.Select(remark => remark.Code).Order(StringComparer.Ordinal))));
    }

    [Fact]
    public void What_is_exported_comes_back_as_it_was()
    {
        var before = CatalogLoader.Load([DbtImport.Settings("Shop"), new DefinitionFile("shop.yaml", Ours, null)]);
        Assert.Empty(before.Issues);
        var export = OssieExport.Of(before);
        Assert.False(export.Report.IsLossy, string.Join('\n', export.Report.Lines.SelectMany(line => line.Remarks)));
        var back = OssieImport.Read([new DefinitionFile("model.yaml", export.Text, null)], WarehouseTables.Unknown);
        Assert.False(back.Report.IsLossy, string.Join('\n', back.Report.Lines.SelectMany(line => line.Remarks)) + export.Text);
        var after = CatalogLoader.Load([DbtImport.Settings("Shop"), .. back.Files]);
        Assert.Empty(after.Issues);
        Assert.Equal(before.Metrics.Values.Select(Card), after.Metrics.Values.Select(Card));
        foreach (var (name, dataset) in before.Datasets)
        {
            Assert.Equal(dataset.Columns.Select(Card), after.Datasets[name].Columns.Select(Card));
            Assert.Equal((dataset.Label, dataset.Time, string.Join(' ', dataset.Key)), (after.Datasets[name].Label, after.Datasets[name].Time, string.Join(' ', after.Datasets[name].Key)));
        }
    }

    [Theory]
    [InlineData("prior(sum(orders.amount), 1 year)")]
    [InlineData("last(orders.amount)")]
    [InlineData("count(orders where weekday(ordered_on) = 1)")]
    public void What_sql_cannot_say_is_left_out_with_a_reason(string formula)
    {
        var catalog = CatalogLoader.Load([DbtImport.Settings("Shop"), new DefinitionFile("shop.yaml", Ours + $"\n---\nmetric: odd\nlabel: Odd\nformula: {formula}\n", null)]);
        Assert.Empty(catalog.Issues);
        var export = OssieExport.Of(catalog);
        var line = export.Report.Lines.Single(line => line.Element?.Name == "odd");
        Assert.Equal(ElementOutcome.LeftOut, line.Outcome);
        Assert.Equal("interchange.export-metric", Assert.Single(line.Remarks).Code);
        Assert.DoesNotContain("odd", export.Text, StringComparison.Ordinal);
    }

    private static object Card(Metric metric) =>
        (metric.Name, metric.Label, metric.Description, metric.Expression, metric.Unit, metric.Better, metric.EmptyIsZero);

    private static object Card(Column column) =>
        (column.Name, column.Type, column.Decimals, column.IsOptional, column.LinksTo, column.Computed, column.Label);
}
