using System.Text.Json;

namespace Cli.Tests;

/// <summary>Definitions out as an Apache Ossie model, and in again.</summary>
public sealed class OssieTests
{
    [Fact]
    public async Task A_workspace_goes_out_and_comes_back_with_the_same_answers()
    {
        using var shop = new ShopFolder();
        var export = await shop.RunAsync("export-ossie", "model.yml");
        // The shop has a test beside its metrics, and Ossie has no tests.
        Assert.Equal((5, ""), (export.Code, export.Notes));
        using var other = new DbtFolder();
        var back = other.PathOf("back");
        var import = await shop.RunAsync("import-ossie", "model.yml", "--into", back);
        Assert.Equal((0, ""), (import.Code, import.Notes));
        File.Copy(shop.PathOf("orders.csv"), Path.Combine(back, "orders.csv"));
        Assert.Equal(0, (await Invocation.RunAsync(back, "import")).Code);
        Assert.Equal(0, (await shop.RunAsync("import")).Code);
        string[] question = ["query", "revenue", "order_count", "late_share", "--by", "country", "--grain", "month", "--format", "csv"];
        Assert.Equal((await shop.RunAsync(question)).Output, (await Invocation.RunAsync(back, question)).Output);
    }

    [Fact]
    public async Task Nothing_is_written_over_unless_told_to()
    {
        using var shop = new ShopFolder();
        shop.Write("model.yml", "mine");
        var refused = await shop.RunAsync("export-ossie", "model.yml", "--format", "json");
        Assert.Equal((1, ""), (refused.Code, refused.Output));
        Assert.Equal("mine", await File.ReadAllTextAsync(shop.PathOf("model.yml")));
        var forced = await shop.RunAsync("export-ossie", "model.yml", "--format", "json", "--force");
        Assert.Equal(5, forced.Code);
        using var json = JsonDocument.Parse(forced.Data);
        Assert.Equal((1, 3), (json.RootElement.GetProperty("datasets").GetInt32(), json.RootElement.GetProperty("metrics").GetInt32()));
    }

    [Fact]
    public async Task A_file_without_a_model_says_so()
    {
        using var shop = new ShopFolder();
        var run = await shop.RunAsync("import-ossie", "shop.yaml", "--into", "back");
        Assert.Equal(1, run.Code);
        Assert.Contains("semantic_model", run.Output, StringComparison.Ordinal);
    }
}
