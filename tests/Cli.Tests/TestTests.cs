using Kelvin.Packs;

namespace Cli.Tests;

public sealed class TestTests
{
    public static TheoryData<string> Packs => [.. ShippedPacks.Files.Select(file => file.Pack!).Distinct()];

    [Theory]
    [MemberData(nameof(Packs))]
    public async Task The_tests_of_every_shipped_pack_pass(string pack)
    {
        using var shop = new ShopFolder();
        shop.Write("kelvin.yaml", $"workspace: Packs\nzone: Europe/Stockholm\ncurrency: SEK\npacks: [{string.Join(", ", Packs.Select(row => row.Data))}]\n");
        File.Delete(shop.PathOf("shop.yaml"));
        var run = await shop.RunAsync("test", "--filter", pack);
        Assert.True(run.Code == 0, run.Output + run.Notes);
        Assert.Contains("✓", run.Output, StringComparison.Ordinal);
        Assert.Contains(", 0 failed", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "failing-en")]
    [InlineData("sv", "failing-sv")]
    public async Task A_failing_test_shows_what_was_expected_and_what_came(string language, string snapshot)
    {
        using var shop = new ShopFolder();
        shop.Write("tests.yaml", """
            test: Norway sells nothing
            rows:
              orders:
                - { order_id: a, ordered_on: 2026-01-02, country: SE, amount: 100.50 }
                - { order_id: b, ordered_on: 2026-01-31, country: NO, amount: 200 }
            query: { metrics: [revenue, late_share], range: 2026-01, by: [country] }
            expect:
              - { country: SE, revenue: 100, late_share: 0.5 }
              - { country: FI, revenue: 0 }
            """);
        var run = await shop.RunAsync("test", "--language", language);
        Assert.Equal(1, run.Code);
        Snapshot.Equal(snapshot, Stable.Import(run.Output));
    }

    [Fact]
    public async Task Own_rows_stay_as_they_were()
    {
        using var shop = await ShopFolder.ImportedAsync();
        Assert.Equal(0, (await shop.RunAsync("test")).Code);
        Assert.Equal("order_count\n6", (await shop.RunAsync("query", "order_count", "--format", "csv")).Output);
    }

    [Fact]
    public async Task A_filter_that_fits_no_test_is_no_success()
    {
        using var shop = new ShopFolder();
        Assert.Equal(1, (await shop.RunAsync("test", "--filter", "unicorns")).Code);
    }

    [Fact]
    public async Task Rows_that_cannot_be_taken_fail_the_test_with_the_reason()
    {
        using var shop = new ShopFolder();
        shop.Write("tests.yaml", """
            test: A key twice
            rows:
              orders:
                - { order_id: a, ordered_on: 2026-01-02, country: SE, amount: 1 }
                - { order_id: a, ordered_on: 2026-01-02, country: SE, amount: 1 }
            query: { metrics: [revenue], range: 2026-01 }
            expect:
              - { revenue: 2 }
            """);
        var run = await shop.RunAsync("test", "--filter", "twice");
        Assert.Equal(1, run.Code);
        Assert.Contains("Error:", run.Output, StringComparison.Ordinal);
    }
}
