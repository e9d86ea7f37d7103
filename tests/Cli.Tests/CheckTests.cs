using System.Text.Json;

namespace Cli.Tests;

public sealed class CheckTests
{
    private const string Wrong = """
        metric: average_order
        label: Average order
        formula: revenue / order_cuont
        """;

    [Fact]
    public async Task Sound_definitions_are_counted()
    {
        using var shop = new ShopFolder();
        var check = await shop.RunAsync("check");
        Assert.Equal((0, "3 metrics, 1 dataset, 1 test; 0 errors, 0 warnings"), (check.Code, check.Output));
    }

    [Theory]
    [InlineData("en", "check-en")]
    [InlineData("sv", "check-sv")]
    public async Task An_error_points_at_its_place(string language, string snapshot)
    {
        using var shop = new ShopFolder();
        shop.Write("wrong.yaml", Wrong);
        var check = await shop.RunAsync("check", "--language", language);
        Assert.Equal(1, check.Code);
        Snapshot.Equal(snapshot, check.Output);
    }

    [Fact]
    public async Task Programs_get_the_place_as_numbers()
    {
        using var shop = new ShopFolder();
        shop.Write("wrong.yaml", Wrong);
        var check = await shop.RunAsync("check", "--format", "json");
        Assert.Equal(1, check.Code);
        using var report = JsonDocument.Parse(check.Data);
        var issue = Assert.Single(report.RootElement.GetProperty("issues").EnumerateArray());
        Assert.Equal(("wrong.yaml", 3, 20, 11), (
            issue.GetProperty("file").GetString(), issue.GetProperty("line").GetInt32(), issue.GetProperty("column").GetInt32(), issue.GetProperty("length").GetInt32()));
    }

    [Fact]
    public async Task Other_commands_mention_errors_and_go_on_with_the_sound_part()
    {
        using var shop = await ShopFolder.ImportedAsync();
        shop.Write("wrong.yaml", Wrong);
        var answer = await shop.RunAsync("query", "order_count", "--format", "csv");
        Assert.Equal((0, "order_count\n6"), (answer.Code, answer.Output));
        Assert.Contains("1 error in the definitions", answer.Notes, StringComparison.Ordinal);
    }
}
