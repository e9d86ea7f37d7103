using Kelvin.Catalog;
using Kelvin.Interchange.Dbt;
using Kelvin.Interchange.Dbt.Asking;
using Kelvin.Interchange.Tables;

namespace Definitions.Tests.Interchange;

/// <summary>dbt's joins over a bridge whose declared key repeats, and of questions without metrics.</summary>
public sealed class DbtJoinTests
{
    private const string Project = """
        semantic_models:
          - name: payments
            model: ref('payments')
            defaults: { agg_time_dimension: ds }
            primary_entity: payment
            entities: [{ name: account, type: foreign, expr: account_id }]
            dimensions: [{ name: ds, type: time, type_params: { time_granularity: day } }]
            measures: [{ name: payments, agg: sum, expr: 1, create_metric: true }]
          - name: bridge
            model: ref('bridge')
            entities: [{ name: account, type: primary, expr: account_id }, { name: customer, type: foreign, expr: customer_id }]
            dimensions: [{ name: role, type: categorical }]
          - name: names
            model: ref('names')
            entities: [{ name: customer, type: primary, expr: customer_id }]
            dimensions: [{ name: full_name, type: categorical }]
          - name: homes
            model: ref('homes')
            entities: [{ name: customer, type: primary, expr: customer_id }]
            dimensions: [{ name: country, type: categorical }]
        """;

    private static readonly DbtImport Imported = DbtImport.Read(
        [new DefinitionFile("models.yml", Project, null)],
        new WarehouseTables([new WarehouseTable("bridge", [new WarehouseColumn("account_id", "TEXT"), new WarehouseColumn("customer_id", "TEXT"), new WarehouseColumn("role", "TEXT")]) { Repeats = columns => columns is ["account_id"] }]));

    private static readonly MetricCatalog Catalog = CatalogLoader.Load([DbtImport.Settings("Bank"), .. Imported.Files]);

    [Fact]
    public void A_workspace_takes_what_was_written() => Assert.Empty(Catalog.Issues);

    [Fact]
    public void A_repeating_bridge_is_crossed_once_for_each_table_behind_it() =>
        Assert.Equal(
            ["account.role as account__role", "account.names.full_name as account__customer__full_name", "account_2.homes.country as account__customer__country"],
            Asked("account__role", "account__customer__full_name", "account__customer__country"));

    [Fact]
    public void One_table_behind_it_shares_its_way() =>
        Assert.Equal(["account.role as account__role", "account.homes.country as account__customer__country"], Asked("account__role", "account__customer__country"));

    [Fact]
    public void A_question_without_metrics_asks_for_what_nothing_leads_to()
    {
        var asked = QuestionTranslation.Of(Imported, new DbtQuestion { GroupBy = [new DbtGrouping("account__role"), new DbtGrouping("customer__country")] });
        Assert.True(asked.Value!.Query.Unlinked);
        Assert.Equal(["bridge.role as account__role", "bridge.homes.country as customer__country"], asked.Value.Query.By);
    }

    private static IEnumerable<string> Asked(params IEnumerable<string> by)
    {
        var asked = QuestionTranslation.Of(Imported, new DbtQuestion { Metrics = ["payments"], GroupBy = [.. by.Select(name => new DbtGrouping(name))] });
        Assert.Empty(asked.Issues);
        return asked.Value!.Query.By;
    }
}
