namespace Cli.Tests;

public sealed class SecretTests
{
    [Fact]
    public async Task A_secret_is_set_from_the_input_listed_without_its_value_and_removed()
    {
        using var shop = new ShopFolder();
        var set = await Invocation.RunWithInputAsync(shop.Path, "hemligt\n", "secret", "erp_password");
        Assert.Equal((0, "erp_password is set."), (set.Code, set.Notes));
        var list = await shop.RunAsync("secret");
        Assert.Equal("erp_password  set 2026-03-17 12:00 UTC", list.Output.Trim());
        Assert.Equal(0, (await shop.RunAsync("secret", "erp_password", "--remove")).Code);
        Assert.Equal("No secrets are set.", (await shop.RunAsync("secret")).Notes);
    }

    [Fact]
    public async Task What_is_wrong_is_said_and_nothing_is_kept()
    {
        using var shop = new ShopFolder();
        var nameless = await shop.RunAsync("secret", "--remove");
        Assert.Equal(2, nameless.Code);
        Assert.Contains("--remove needs the name", nameless.Notes, StringComparison.Ordinal);
        var empty = await shop.RunAsync("secret", "erp");
        Assert.Equal(1, empty.Code);
        Assert.Contains("got no value", empty.Notes, StringComparison.Ordinal);
        var unknown = await shop.RunAsync("secret", "erp", "--remove", "--language", "sv");
        Assert.Equal(1, unknown.Code);
        Assert.Contains("Det finns ingen hemlighet som heter erp.", unknown.Notes, StringComparison.Ordinal);
    }
}
