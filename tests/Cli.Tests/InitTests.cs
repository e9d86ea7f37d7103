namespace Cli.Tests;

public sealed class InitTests
{
    [Theory]
    [InlineData("en")]
    [InlineData("sv")]
    public async Task A_new_workspace_is_sound_and_its_test_passes(string language)
    {
        using var scratch = new ShopFolder();
        var init = await scratch.RunAsync("init", "new", "--language", language);
        Assert.Equal(0, init.Code);
        var folder = scratch.PathOf("new");
        Assert.Equal(0, (await Invocation.RunAsync(folder, "check")).Code);
        Assert.Equal(0, (await Invocation.RunAsync(folder, "test")).Code);
    }

    [Fact]
    public async Task Nothing_is_overwritten()
    {
        using var shop = new ShopFolder();
        var before = await File.ReadAllTextAsync(shop.PathOf("kelvin.yaml"));
        Assert.Equal(1, (await shop.RunAsync("init")).Code);
        Assert.Equal(1, (await shop.RunAsync("init", "--sample")).Code);
        Assert.Equal(before, await File.ReadAllTextAsync(shop.PathOf("kelvin.yaml")));
    }

    [Fact]
    public async Task The_sample_company_can_be_asked_at_once()
    {
        using var scratch = new ShopFolder();
        Assert.Equal(0, (await scratch.RunAsync("init", "friluft", "--sample")).Code);
        var answer = await Invocation.RunAsync(scratch.PathOf("friluft"), "query", "revenue", "--range", "last month", "--format", "csv");
        Assert.Equal(0, answer.Code);
        Assert.True(decimal.Parse(answer.Output.Split('\n')[1], System.Globalization.CultureInfo.InvariantCulture) > 1_000_000);
    }
}
