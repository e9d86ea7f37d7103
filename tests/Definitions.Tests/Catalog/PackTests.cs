using Kelvin.Catalog;
using Kelvin.Language;

namespace Definitions.Tests.Catalog;

public sealed class PackTests
{
    private static readonly DefinitionFile[] Packs =
    [
        new("packs/core/pack.yaml", "pack: core\n---\ndataset: orders\ncolumns:\n  id: text\n  amount: money\n  carrier: text", "core"),
        new("packs/sales/pack.yaml", "pack: sales\nrequires: [core]\n---\nmetric: revenue\nformula: sum(orders.amount)", "sales"),
        new("packs/sales/more.yaml", "metric: parcels\nformula: count(orders where carrier is known)", "sales"),
    ];

    [Fact]
    public void A_listed_pack_brings_those_it_requires() =>
        Assert.Equal(["core", "sales"], Load("packs: [sales]").Faultless().Packs.Keys);

    [Fact]
    public void Money_of_a_pack_is_in_the_currency_of_the_workspace() =>
        Assert.Equal("EUR", Load("currency: EUR\npacks: [sales]").Faultless().Metrics["revenue"].Unit.ToString());

    [Fact]
    public void An_unknown_pack_is_reported_with_the_nearest()
    {
        var issue = Assert.Single(Load("packs: [saels]").Issues);
        Assert.Equal(("catalog.unknown-pack", 2, 9), (issue.Code, issue.Place!.Line, issue.Place.Column));
        Assert.StartsWith("Did you mean ‘sales’?", issue.Hint(Tongue.English));
    }

    [Fact]
    public void The_workspace_replaces_a_metric_of_a_pack()
    {
        var catalog = Load("packs: [sales]", "metric: revenue\nformula: sum(orders.amount) * 2").Faultless();
        Assert.Null(catalog.Metrics["revenue"].Pack);
        Assert.Equal("sales", catalog.Metrics["parcels"].Pack);
    }

    [Fact]
    public void A_replaced_dataset_that_lacks_a_column_takes_down_the_metric_that_needs_it()
    {
        var catalog = Load("packs: [sales]", "dataset: orders\ncolumns:\n  amount: money SEK").WithIssues("catalog.missing-column");
        Assert.Equal(["revenue"], catalog.Metrics.Keys);
        Assert.Equal("own.yaml", catalog.Issues[0].Place!.File);
        Assert.Contains("‘carrier’", catalog.Issues[0].Message(Tongue.English));
    }

    [Fact]
    public void A_faulty_replacement_does_not_bring_the_replaced_one_back()
    {
        var catalog = Load("packs: [sales]", "metric: revenue\nformula: sum(orders.amont)").WithIssues("formula.unknown-column");
        Assert.Equal(["parcels"], catalog.Metrics.Keys);
    }

    [Theory]
    [InlineData("sprint", "2 sprints")]
    [InlineData("team.sprint", "2 team.sprints")]
    public void A_metric_of_a_pack_may_name_the_grains_of_the_workspace(string grain, string length)
    {
        DefinitionFile pack = new("packs/agile/a.yaml", $"metric: parcels\ngrain: {grain}\nformula: count(orders)\n---\nmetric: recent\nformula: trailing(parcels, {length})", "agile");
        var catalog = Load("packs: [agile, core]", Sprints, pack).Faultless();
        Assert.Equal("sprint", catalog.Metrics["parcels"].Grain.Name);
        Assert.Contains("recent", catalog.Metrics.Keys);
    }

    [Fact]
    public void A_metric_of_the_workspace_may_name_the_grains_of_a_pack()
    {
        DefinitionFile pack = new("packs/agile/a.yaml", Sprints, "agile");
        Assert.Equal("sprint", Load("packs: [agile, core]", "metric: parcels\ngrain: sprint\nformula: count(orders)", pack).Faultless().Metrics["parcels"].Grain.Name);
    }

    private const string Sprints = "calendar: team\nkind: sprints\nstarts: 2025-01-06\nlength: 2 weeks\nname: Sprint {number}";

    private static MetricCatalog Load(string settings, string own = "", params DefinitionFile[] further) =>
        CatalogLoader.Load([new("kelvin.yaml", "workspace: Björkvik\n" + settings, null), new("own.yaml", own, null), .. Packs, .. further]);
}
