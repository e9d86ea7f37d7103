namespace Cli.Tests;

public sealed class ImportTests
{
    [Fact]
    public async Task Every_named_file_that_is_there_is_imported()
    {
        using var shop = new ShopFolder();
        var import = await shop.RunAsync("import");
        Assert.Equal(0, import.Code);
        Assert.StartsWith("✓ orders: 6 rows from orders.csv", import.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "rejected-en")]
    [InlineData("sv", "rejected-sv")]
    public async Task Rejected_rows_are_shown_and_give_a_code_of_their_own(string language, string snapshot)
    {
        using var shop = new ShopFolder();
        shop.Write("bad.csv", "order_id,ordered_on,country,amount,days_late\n1,2026-01-01,SE,10,\n1,2026-01-02,SE,20,\n3,soon,NO,30,\n4,2026-01-04,NO,much,0\n");
        var import = await shop.RunAsync("import", "orders", "bad.csv", "--language", language);
        Assert.Equal(3, import.Code);
        Snapshot.Equal(snapshot, Stable.Import(import.Output));
    }

    [Fact]
    public async Task Only_the_first_ten_rejections_are_listed()
    {
        using var shop = new ShopFolder();
        shop.Write("bad.csv", "order_id,ordered_on,country,amount,days_late\n" + string.Concat(Enumerable.Range(1, 15).Select(row => $"{row},never,SE,1,\n")));
        var import = await shop.RunAsync("import", "orders", "bad.csv");
        Assert.Contains("… and 5 more; all are in .kelvin", import.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Appending_keeps_what_was_there()
    {
        using var shop = await ShopFolder.ImportedAsync();
        shop.Write("more.csv", "order_id,ordered_on,country,amount,days_late\n7,2026-03-11,SE,1,\n");
        Assert.Equal(0, (await shop.RunAsync("import", "orders", "more.csv", "--append")).Code);
        Assert.Equal("order_count\n7", (await shop.RunAsync("query", "order_count", "--format", "csv")).Output);
    }

    [Fact]
    public async Task A_cancelled_import_leaves_nothing_behind()
    {
        using var shop = await ShopFolder.ImportedAsync();
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        shop.Write("more.csv", "order_id,ordered_on,country,amount,days_late\n7,2026-03-11,SE,1,\n");
        Assert.Equal(130, (await Invocation.RunAsync(shop.Path, cancelled.Token, "import", "orders", "more.csv")).Code);
        Assert.Equal("order_count\n6", (await shop.RunAsync("query", "order_count", "--format", "csv")).Output);
    }

    [Fact]
    public async Task Files_that_are_not_there_are_named()
    {
        using var shop = new ShopFolder(hasOrders: false);
        Assert.Contains("orders.csv is not in the workspace", (await shop.RunAsync("import")).Notes, StringComparison.Ordinal);
        Assert.Equal(1, (await shop.RunAsync("import", "orders", "nowhere.csv")).Code);
        var unknown = await shop.RunAsync("import", "order", "orders.csv");
        Assert.Equal(2, unknown.Code);
        Assert.Contains("Did you mean 'orders'?", unknown.Notes, StringComparison.Ordinal);
    }
}
