namespace Cli.Tests;

/// <summary>Whether datasets can be relied on, as a person asks in a terminal.</summary>
public sealed class HealthTests
{
    private const string Expectations = """
        expectations: orders
        fresh: daily by 07:00
        owner: eva
        checks:
          - { holds: amount > 0, otherwise: block, label: { sv: Belopp över noll, en: Amounts above zero } }
          - { missing: days_late }
          - { check: count(orders) >= 5 }
        """;

    private const string Wrong = "order_id,ordered_on,country,amount,days_late\n7,2026-03-11,SE,-5,0\n8,2026-03-11,SE,5,0\n";

    [Fact]
    public async Task Datasets_are_told_with_what_speaks_against_them()
    {
        using var shop = new ShopFolder();
        shop.Write("expectations.yaml", Expectations);
        await RunAsync(shop, 10, "import");
        var health = await RunAsync(shop, 10, "health", "orders");
        Assert.Equal(1, health.Code);
        Snapshot.Equal("health-en", health.Output);
        var late = await RunAsync(shop, 12, "health", "--language", "sv");
        Assert.Equal(1, late.Code);
        Assert.Contains("! Ordrar skulle ha kommit senast 12 mars 2026 07:00; kom senast 10 mars 2026 10:00.", late.Output, StringComparison.Ordinal);
        Assert.Contains("! Orders should have come by 12 March 2026 07:00; it last came 10 March 2026 10:00.", (await RunAsync(shop, 12, "query", "revenue")).Output, StringComparison.Ordinal);
        Assert.Contains("! Orders: ‘days_late is given’ does not hold for 1 row of 6, such as 5.", (await RunAsync(shop, 12, "explain", "revenue")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_query_is_told_with_what_speaks_against_the_datasets_that_it_reads()
    {
        using var shop = new ShopFolder();
        shop.Write("expectations.yaml", Expectations + """

            ---
            dataset: large
            query: select order_id, amount from orders where amount > 100
            columns: { order_id: text, amount: money SEK }
            """);
        await RunAsync(shop, 10, "import");
        const string Failing = "! Orders: ‘days_late is given’ does not hold for 1 row of 6, such as 5.";
        var one = await RunAsync(shop, 10, "health", "large");
        Assert.Equal(1, one.Code);
        Assert.Contains(Failing, one.Output, StringComparison.Ordinal);
        Assert.Equal(2, (await RunAsync(shop, 10, "health")).Output.Split(Failing).Length);
    }

    [Fact]
    public async Task A_file_that_a_check_refuses_is_not_loaded_and_the_place_of_the_check_is_shown()
    {
        using var shop = new ShopFolder();
        shop.Write("expectations.yaml", Expectations);
        await RunAsync(shop, 10, "import");
        shop.Write("wrong.csv", Wrong);
        var import = await RunAsync(shop, 10, "import", "orders", "wrong.csv", "--append");
        Assert.Equal(1, import.Code);
        Assert.Contains("Nothing was loaded into orders: ‘holds amount > 0’ does not hold for 1 row of 8, such as 7.", import.Output, StringComparison.Ordinal);
        Assert.Contains("A load into Orders was refused 10 March 2026 10:00", (await RunAsync(shop, 10, "query", "revenue")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Checks_written_since_are_run_when_asked_for()
    {
        using var shop = new ShopFolder();
        await RunAsync(shop, 10, "import");
        Assert.Equal(0, (await RunAsync(shop, 10, "health")).Code);
        shop.Write("expectations.yaml", Expectations);
        Assert.Contains("not looked at since it was written", (await RunAsync(shop, 10, "health", "orders")).Output, StringComparison.Ordinal);
        var run = await RunAsync(shop, 10, "health", "orders", "--run");
        Assert.Equal(1, run.Code);
        Assert.Contains("✓ Amounts above zero", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_of_the_past_says_so()
    {
        using var shop = new ShopFolder();
        await RunAsync(shop, 10, "import");
        var answer = await RunAsync(shop, 12, "query", "revenue", "--known-on", "2026-03-10");
        Assert.Contains("! As known on 10 March 2026 23:59: what has changed since is not in it.", answer.Output, StringComparison.Ordinal);
    }

    private static Task<Invocation> RunAsync(ShopFolder shop, int day, params string[] arguments) => Invocation.RunAsync(
        shop.Path, name => name == "USER" ? "eva" : null, new DateTimeOffset(2026, 3, day, 9, 0, 0, TimeSpan.Zero), TestContext.Current.CancellationToken, arguments);
}
