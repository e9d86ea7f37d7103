using Kelvin.Catalog;
using Kelvin.Catalog.Forms;
using Kelvin.Formulas;

namespace Definitions.Tests.Catalog;

public sealed class FormTests
{
    private const string Plan = """
        form: plan
        label: { sv: Plan, en: Plan }
        grain: quarter
        segments:
          team: { label: { sv: Grupp, en: Team }, values: { north: Norr, south: { sv: Söder, en: South } } }
        columns:
          head_count: { type: count people, required: true, at_least: 0 }
          cost: money SEK
          cost_of_one: "= cost / head_count"
        rules:
          - holds: cost is missing or head_count is known
        since: 2026
        due: 5 working days before
        remind: 7 days
        owners: { Karin Berg: { team: north } }
        owner: Olle Ek
        approvers: Anna Lind
        """;

    [Fact]
    public void A_form_makes_a_dataset_that_metrics_read()
    {
        var catalog = Load(Plan + "\n---\nmetric: planned\nformula: sum(plan.cost) / sum(plan.head_count)\n");
        Assert.Empty(catalog.Issues);
        var dataset = catalog.Datasets["plan"];
        Assert.Equal(["period", "team"], dataset.Key);
        Assert.Equal(["period", "team", "head_count", "cost", "cost_of_one", "note", "entered_by"], dataset.Columns.Select(column => column.Name));
        Assert.True(dataset.Find("head_count")!.IsOptional);
        Assert.Contains("planned", catalog.Metrics.Keys);
    }

    [Fact]
    public void A_form_says_who_owes_what_by_when()
    {
        var form = Load(Plan).Forms["plan"];
        Assert.Equal("Karin Berg", form.OwnerOf(new Dictionary<string, string> { ["team"] = "north" }));
        Assert.Equal("Olle Ek", form.OwnerOf(new Dictionary<string, string> { ["team"] = "south" }));
        Assert.Equal(new DueRule(new DayDistance(5, true), IsBefore: true), form.Due);
        Assert.Equal((new DayDistance(7, false), new DateOnly(2026, 1, 1)), (form.Remind, form.Since!.Value));
        Assert.Equal(["head_count", "cost"], form.Columns.Select(column => column.Column.Name));
    }

    [Fact]
    public void An_override_has_the_key_of_what_it_overrides_and_the_column_knows_it()
    {
        var catalog = Load("""
            dataset: costs
            key: [day, shop]
            time: day
            columns: { day: date, shop: text, amount: money SEK }
            ---
            form: corrected
            overrides: costs
            columns: [amount]
            """);
        Assert.Empty(catalog.Issues);
        Assert.Equal(["day", "shop"], catalog.Datasets["corrected"].Key);
        Assert.True(catalog.Datasets["corrected"].IsOverride);
        Assert.Equal(new ColumnPath(["corrected"], "amount"), catalog.Datasets["costs"].Find("amount")!.OverriddenBy);
        Assert.Equal("day", catalog.Forms["corrected"].Time);
    }

    [Fact]
    public void A_faulty_override_leaves_what_it_overrides_as_it_was()
    {
        var catalog = Load("""
            dataset: costs
            key: day
            time: day
            columns: { day: date, amount: money SEK }
            ---
            form: corrected
            overrides: costs
            columns: [amuont]
            """);
        Assert.Single(catalog.Issues);
        Assert.Null(catalog.Datasets["costs"].Find("amount")!.OverriddenBy);
        Assert.Empty(catalog.Datasets["costs"].Links);
    }

    [Fact]
    public void An_override_changes_the_version_of_metrics_that_read_it()
    {
        const string Costs = "dataset: costs\nkey: day\ntime: day\ncolumns: { day: date, amount: money SEK }\n---\nmetric: cost\nformula: sum(costs.amount)\n";
        Assert.NotEqual(Load(Costs).Metrics["cost"].Version, Load(Costs + "---\nform: corrected\noverrides: costs\ncolumns: [amount]\n").Metrics["cost"].Version);
    }

    [Theory]
    [InlineData("at_least: 0", "at_least: 1")]
    [InlineData("required: true", "required: false")]
    [InlineData("Karin Berg", "Karin Borg")]
    [InlineData("Norr", "Nord")]
    [InlineData("7 days", "8 days")]
    [InlineData("approvers: Anna Lind", "approvers: Anna Lund")]
    public void Whatever_a_form_says_is_part_of_the_catalog_s_version(string written, string changed) =>
        Assert.NotEqual(Load(Plan).Version, Load(Plan.Replace(written, changed, StringComparison.Ordinal)).Version);

    private static MetricCatalog Load(string text) => CatalogLoader.Load([new DefinitionFile("forms.yaml", text, null)]);
}
