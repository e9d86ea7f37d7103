using System.Text.Json;

namespace Cli.Tests;

public sealed class TreeTests
{
    private const string Basket = """
        metric: basket
        label: { sv: Snittorder, en: Average order }
        formula: revenue / order_count
        drives: [order_count]
        ---
        metric: visits
        label: { sv: Besök, en: Visits }
        formula: count(orders)
        drives: [revenue]
        """;

    [Theory]
    [InlineData("en", "tree-en")]
    [InlineData("sv", "tree-sv")]
    public async Task The_tree_names_every_metric_and_what_ties_it(string language, string snapshot)
    {
        using var shop = WithBasket();
        var tree = await shop.RunAsync("tree", "--language", language);
        Assert.Equal(0, tree.Code);
        Snapshot.Equal(snapshot, tree.Output);
    }

    [Theory]
    [InlineData("en", "tree-revenue-en")]
    [InlineData("sv", "tree-revenue-sv")]
    public async Task Around_a_metric_there_is_what_drives_it_and_what_it_drives(string language, string snapshot)
    {
        using var shop = WithBasket();
        var tree = await shop.RunAsync("tree", "revenue", "--language", language);
        Assert.Equal(0, tree.Code);
        Snapshot.Equal(snapshot, tree.Output);
    }

    [Fact]
    public async Task Programs_get_the_edges()
    {
        using var shop = WithBasket();
        using var all = JsonDocument.Parse((await shop.RunAsync("tree", "--format", "json")).Data);
        Assert.Equal(
            ["order_count basket formula", "revenue basket formula", "basket order_count drives", "visits revenue drives"], Edges(all, "edges"));
        using var one = JsonDocument.Parse((await shop.RunAsync("tree", "revenue", "--format", "json")).Data);
        Assert.Equal(["visits revenue drives"], Edges(one, "driven_by"));
        Assert.Equal(["revenue basket formula", "basket order_count drives", "order_count basket formula"], Edges(one, "drives"));
    }

    [Fact]
    public async Task An_unknown_metric_is_told_with_the_nearest_name()
    {
        using var shop = WithBasket();
        var tree = await shop.RunAsync("tree", "revenu");
        Assert.Equal((1, ""), (tree.Code, tree.Output));
        Assert.Contains("Did you mean ‘revenue’?", tree.Notes, StringComparison.Ordinal);
    }

    private static ShopFolder WithBasket()
    {
        var shop = new ShopFolder();
        shop.Write("basket.yaml", Basket);
        return shop;
    }

    private static IEnumerable<string> Edges(JsonDocument report, string name) => report.RootElement.GetProperty(name).EnumerateArray()
        .Select(edge => $"{edge.GetProperty("from")} {edge.GetProperty("to")} {edge.GetProperty("kind")}");
}
