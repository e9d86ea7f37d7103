using Kelvin.Catalog;
using Kelvin.Formulas;
using Kelvin.Language;
using Kelvin.Quantities;

namespace Definitions.Tests.Catalog;

public sealed class DefinitionTests
{
    [Theory]
    [InlineData("text", ValueKind.Text, "number", null, false, null)]
    [InlineData("timestamp?", ValueKind.Timestamp, "number", null, true, null)]
    [InlineData("text -> customers", ValueKind.Text, "number", null, false, "customers")]
    [InlineData("text? -> customers", ValueKind.Text, "number", null, true, "customers")]
    [InlineData("money SEK", ValueKind.Number, "SEK", 4, false, null)]
    [InlineData("money SEK with 9 decimals", ValueKind.Number, "SEK", 9, false, null)]
    [InlineData("money?", ValueKind.Number, "SEK", 4, true, null)]
    [InlineData("number", ValueKind.Number, "number", null, false, null)]
    [InlineData("number with 3 decimals?", ValueKind.Number, "number", 3, true, null)]
    [InlineData("integer", ValueKind.Number, "number", 0, false, null)]
    [InlineData("count clicks", ValueKind.Number, "clicks", 0, false, null)]
    [InlineData("duration hours", ValueKind.Number, "hours", null, false, null)]
    [InlineData("share", ValueKind.Number, "share", null, false, null)]
    public void A_type_is_read(string type, ValueKind kind, string unit, int? decimals, bool isOptional, string? link)
    {
        var column = Definitions.LoadWithSound($"dataset: returns\ncolumns:\n  x: {type}").Faultless().Datasets["returns"].Find("x")!;
        Assert.Equal((kind, unit, decimals, isOptional, link),
            (column.Type.Kind, column.Type.Unit.ToString(), column.Decimals, column.IsOptional, column.LinksTo));
    }

    [Fact]
    public void Computed_columns_may_stand_in_any_order_and_read_each_other_over_links_and_roll_ups()
    {
        var catalog = Definitions.Load("""
            dataset: lines
            columns:
              order: text -> orders
              share_of_order: "= amount / order.total"
              amount: "= price * quantity"
              price: money SEK
              quantity: integer
            ---
            dataset: orders
            key: id
            columns:
              net: "= total * 0.8"
              id: text
              total: "= sum(lines.amount)"
            """).Faultless();
        Assert.Equal(Unit.Currency("SEK"), catalog.Datasets["orders"].Find("net")!.Type.Unit);
        Assert.Equal(Unit.Share, catalog.Datasets["lines"].Find("share_of_order")!.Type.Unit);
        Assert.IsType<RowExpression.RolledUp>(catalog.Datasets["orders"].Find("total")!.Computed);
    }

    [Fact]
    public void A_metric_may_share_its_name_with_a_column() =>
        Assert.True(Definitions.LoadWithSound("metric: amount\ndataset: orders\nformula: sum(amount)").Faultless().Metrics.ContainsKey("amount"));

    [Fact]
    public void Counts_per_counts_may_be_meant_as_a_share()
    {
        var metric = Definitions.LoadWithSound("metric: clicks_per_order\nformula: sum(visits.clicks) / count(orders)\nunit: share")
            .Faultless().Metrics["clicks_per_order"];
        Assert.Equal(Unit.Share, metric.Unit);
    }

    [Fact]
    public void A_declared_length_of_time_converts_the_formula()
    {
        var metric = Definitions.LoadWithSound(
            "metric: wait\nformula: average(minutes_between(orders.ordered_at, orders.delivered_at))\nunit: hours").Faultless().Metrics["wait"];
        Assert.Equal(Unit.Hour, metric.Unit);
        var call = Assert.IsType<MetricExpression.Call>(metric.Expression);
        Assert.Equal((MetricOperator.Divide, 60m), (call.Operator, ((MetricExpression.Constant)call.Arguments[1]).Value));
    }

    [Fact]
    public void The_tree_has_an_edge_for_each_reference_and_each_driver()
    {
        var tree = MetricTree.Of(Definitions.LoadWithSound(
            "metric: margin\nformula: revenue * 0.2\n---\nmetric: visits_made\nformula: sum(visits.clicks)\ndrives: [revenue]").Faultless());
        Assert.Equal(
            [new MetricEdge("revenue", "margin", true), new MetricEdge("visits_made", "revenue", false)], tree.Edges);
    }

    [Fact]
    public void Rows_of_a_test_get_the_types_of_their_dataset()
    {
        var test = Assert.Single(Definitions.LoadWithSound("""
            test: Revenue adds up
            rows:
              orders:
                - { order_id: a, amount: 10.5, ordered_at: 2025-01-31T17:45:00, delivered_at: ~ }
                - { order_id: 7, promised_on: 2025-02-01 }
            query: { metrics: [revenue], grain: month, range: 2025-01 }
            expect:
              - { period: 2025-01, revenue: 10.5 }
            """).Faultless().Tests);
        var table = Assert.Single(test.Tables);
        Assert.Equal(["order_id", "ordered_at", "promised_on", "delivered_at", "amount"], table.Columns);
        Assert.Equal(["a", new DateTime(2025, 1, 31, 16, 45, 0, DateTimeKind.Utc), null, null, 10.5m], table.Rows[0]);
        Assert.Equal(["7", null, new DateOnly(2025, 2, 1), null, null], table.Rows[1]);
        Assert.Equal(("2025-01", 10.5m), (test.Expected[0]["period"], test.Expected[0]["revenue"]));
    }

    [Theory]
    [InlineData("metric: m\nformula: amont", 2, 10)]
    [InlineData("metric: m\nformula: |\n  revenue\n    + amont\n", 4, 7)]
    [InlineData("metric: m\nformula: >-\n\n  revenue\n  + amont\n", 5, 5)]
    [InlineData("metric: m\nformula: 'revenue\n\n   + amont'\n", 4, 6)]
    [InlineData("metric: m\nformula: \"revenue \\\n  + \\u0061mont\"\n", 3, 5)]
    [InlineData("metric: m\r\nformula: |\r\n  revenue\r\n  + amont\r\n", 4, 5)]
    [InlineData("metric: m\nformula: revenue\n  + amont\n", 3, 5)]
    [InlineData("metric: m\nformula: coalesce(revenue, 'it''s' , amont)", 2, 38)]
    public void An_issue_in_a_formula_points_at_the_very_word_however_it_is_quoted(string text, int line, int column) =>
        Assert.Contains(Definitions.LoadWithSound(text).Issues, issue => (issue.Place!.Line, issue.Place.Column) == (line, column));

    [Fact]
    public void A_chain_of_thousands_of_metrics_is_only_a_long_chain()
    {
        var chain = string.Join("\n---\n", Enumerable.Range(1, 5_000).Select(at => $"metric: m{at}\nformula: m{at - 1} + 1"));
        var catalog = Definitions.Load("dataset: d\ncolumns:\n  x: text\n---\nmetric: m0\nformula: count(d) / count(d)\n---\n" + chain);
        Assert.Equal(5_001, catalog.Faultless().Metrics.Count);
    }

    [Theory]
    [InlineData("catalog.yaml-depth", "metric: ", '[', 20_000)]
    [InlineData("catalog.file-size", "# ", 'x', 1_000_000)]
    public void Abuse_is_refused_with_an_issue(string code, string head, char repeated, int times) =>
        Assert.Equal(code, Assert.Single(Definitions.Load(head + new string(repeated, times)).Issues).Code);

    [Fact]
    public void Garbage_is_cut_short()
    {
        var issues = Definitions.Load(string.Concat(Enumerable.Range(0, 5_000).Select(at => $"thing: x{at}\n---\n"))).Issues;
        Assert.Equal(101, issues.Length);
        Assert.Contains("4,900", issues[^1].Message(Tongue.English));
    }

    [Fact]
    public void Broken_YAML_takes_down_its_own_document_only()
    {
        var catalog = Definitions.LoadWithSound("metric: a\nformula: revenue\n---\nmetric: b\nlabel: 'x\n---\nmetric: c\nformula: b * 2\n---\nmetric: d\nformula: a * 2");
        Assert.Equal(["catalog.yaml-quote", "catalog.depends"], catalog.Issues.Select(issue => issue.Code));
        Assert.Equal(["a", "d", "revenue"], catalog.Metrics.Keys);
    }
}
