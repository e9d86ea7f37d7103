namespace Cli.Tests;

/// <summary>Loads, what was known on a day, what changed a value, undoing and compacting, as a person does it.</summary>
public sealed class VersionTests
{
    private const string March = "order_id,ordered_on,country,amount,days_late\n3,2026-02-03,SE,9999,0\n";

    [Fact]
    public async Task A_wrong_file_is_found_and_undone_and_all_of_it_stays_known()
    {
        using var shop = new ShopFolder();
        await RunAsync(shop, 10, "import");
        shop.Write("wrong.csv", March);
        await RunAsync(shop, 11, "import", "orders", "wrong.csv", "--upsert");
        var history = await RunAsync(shop, 12, "history", "revenue", "--range", "2026-02");
        Assert.Equal(0, history.Code);
        Snapshot.Equal("history-en", history.Output);
        Assert.Contains("2 moments of loads looked at: all there have been.", history.Notes, StringComparison.Ordinal);
        var undo = await RunAsync(shop, 13, "undo", "2", "--reason", "a test file");
        Assert.Equal((0, "Load 2 is undone, by load 3: 1 row left orders, 1 came back."), (undo.Code, undo.Output));
        Assert.Equal("1334.75", await RevenueAsync(shop));
        Assert.Equal("10099.25", await RevenueAsync(shop, "--known-on", "2026-03-12"));
        Assert.Equal("1334.75", await RevenueAsync(shop, "--known-on", "2026-03-10"));
        Assert.Equal(
            [
                "3 13 March 2026 10:00 orders undoes load 2 1 added, 1 removed eva: a test file",
                "2 11 March 2026 10:00 orders wrong.csv, undone by load 3 1 replaced eva",
                "1 10 March 2026 10:00 orders orders.csv 6 added eva",
            ],
            Lines((await RunAsync(shop, 14, "loads", "orders")).Output)[2..]);
        Assert.Contains("ångrar inläsning 2 1 nya, 1 borttagna", Lines((await RunAsync(shop, 14, "loads", "--language", "sv")).Output)[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_done_is_said()
    {
        using var shop = new ShopFolder();
        await RunAsync(shop, 10, "import");
        Assert.Contains("There is no load 77.", (await RunAsync(shop, 11, "undo", "77")).Notes, StringComparison.Ordinal);
        Assert.Contains("is still to come", (await RunAsync(shop, 11, "query", "revenue", "--known-on", "2026-03-12")).Notes, StringComparison.Ordinal);
        Assert.Contains("There is no dataset called 'order'.", (await RunAsync(shop, 11, "loads", "order")).Notes, StringComparison.Ordinal);
        Assert.Equal("This workspace keeps its whole history: kelvin.yaml has no 'history:'.", (await RunAsync(shop, 11, "compact")).Output);
    }

    [Fact]
    public async Task History_beyond_what_the_workspace_keeps_is_given_up()
    {
        using var shop = new ShopFolder();
        await RunAsync(shop, 1, "import");
        shop.Write("wrong.csv", March);
        await RunAsync(shop, 2, "import", "orders", "wrong.csv", "--upsert");
        shop.Write("kelvin.yaml", "workspace: The shop\nzone: Europe/Stockholm\ncurrency: SEK\nhistory: 7 days\n");
        Assert.Equal("1 earlier row given up; history is kept 7 days back.", (await RunAsync(shop, 16, "compact")).Output);
        var before = await RunAsync(shop, 16, "query", "revenue", "--known-on", "2026-03-01");
        Assert.Equal(1, before.Code);
        Assert.Contains("its history is kept from 2026-03-09 10:00", before.Notes, StringComparison.Ordinal);
    }

    /// <summary>The lines of a table, whatever the width of its columns.</summary>
    private static string[] Lines(string output) =>
        [.. output.Split('\n').Select(line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries)))];

    private static async Task<string> RevenueAsync(ShopFolder shop, params string[] more)
    {
        var answer = await RunAsync(shop, 14, ["query", "revenue", "--range", "2026-02", "--format", "csv", .. more]);
        return answer.Output.Split('\n')[^1];
    }

    private static Task<Invocation> RunAsync(ShopFolder shop, int day, params string[] arguments) => Invocation.RunAsync(
        shop.Path, name => name == "USER" ? "eva" : null, new DateTimeOffset(2026, 3, day, 9, 0, 0, TimeSpan.Zero), TestContext.Current.CancellationToken, arguments);
}
