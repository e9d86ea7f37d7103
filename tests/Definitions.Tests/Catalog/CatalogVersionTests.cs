namespace Definitions.Tests.Catalog;

public sealed class CatalogVersionTests
{
    private const string Text = """
        workspace: Björkvik
        zone: Europe/Stockholm
        ---
        dataset: orders
        time: ordered_at
        columns:
          ordered_at: timestamp
          status: text
          amount: money SEK
          weight: number
          net: "= amount * 0.8"
        ---
        metric: sales
        label: Sales
        formula: sum(orders.net where status = 'paid')
        ---
        metric: growth
        formula: change(sales, 1 year)
        """;

    [Theory]
    [InlineData("label: Sales", "label: { sv: Omsättning, en: Sales }")]
    [InlineData("sum(orders.net where", "sum( orders.net   where")]
    [InlineData("weight: number", "weight: number with 2 decimals")]
    public void What_decides_no_value_leaves_the_version_of_a_metric(string before, string after) =>
        Assert.Equal(Version("growth"), Version("growth", before, after));

    [Theory]
    [InlineData("'paid'", "'sent'")]
    [InlineData("amount * 0.8", "amount * 0.75")]
    [InlineData("amount: money SEK", "amount: money SEK with 2 decimals")]
    [InlineData("zone: Europe/Stockholm", "zone: Europe/Helsinki")]
    [InlineData("zone: Europe/Stockholm", "fiscal_year_start: 7")]
    [InlineData("label: Sales", "empty: zero")]
    [InlineData("label: Sales", "time: orders.ordered_at")]
    [InlineData("ordered_at: timestamp", "ordered_at: date")]
    public void What_decides_values_changes_the_version_of_every_metric_above(string before, string after)
    {
        Assert.NotEqual(Version("sales"), Version("sales", before, after));
        Assert.NotEqual(Version("growth"), Version("growth", before, after));
    }

    [Fact]
    public void A_label_changes_the_version_of_the_catalog_and_a_comment_does_not()
    {
        var catalog = Definitions.Load(Text).Version;
        Assert.NotEqual(catalog, Definitions.Load(Text.Replace("label: Sales", "label: Turnover")).Version);
        Assert.Equal(catalog, Definitions.Load("# A comment\n" + Text).Version);
        Assert.Matches("^[0-9a-f]{12}$", catalog);
    }

    /// <summary>A running server takes up a change only when the version tells of it.</summary>
    [Theory]
    [InlineData("zone: Europe/Stockholm", "allow_private_networks: true")]
    [InlineData("zone: Europe/Stockholm", "history: 400 days")]
    [InlineData("zone: Europe/Stockholm", "warehouse: postgres")]
    [InlineData("time: ordered_at", "source: { sheet: Mars }")]
    [InlineData("time: ordered_at", "source: { entry: mars.csv }")]
    [InlineData("time: ordered_at", "source: { quote: \"'\" }")]
    [InlineData("time: ordered_at", "source: { header_line: 3 }")]
    [InlineData("time: ordered_at", "source: { footers: [Summa] }")]
    public void Settings_and_ways_of_reading_change_the_version_of_the_catalog(string line, string added)
    {
        var changed = Definitions.Load(Text.Replace(line, $"{line}\n{added}"));
        Assert.Empty(changed.Issues);
        Assert.NotEqual(Definitions.Load(Text).Version, changed.Version);
    }

    [Theory]
    [InlineData("on: day", "on: since")]
    [InlineData("rate: number with 6 decimals", "rate: number")]
    [InlineData("money by currency", "money by other")]
    public void What_decides_rates_changes_the_version_of_a_metric_that_converts(string before, string after)
    {
        const string text = """
            dataset: orders
            time: day
            columns:
              day: date
              currency: text
              other: text
              amount: money by currency
            ---
            dataset: rates
            key: day
            rates: { currency: currency, to: SEK, rate: rate, on: day }
            columns:
              currency: text
              day: date
              since: date
              rate: number with 6 decimals
            ---
            metric: sales
            formula: sum(convert(orders.amount, SEK))
            """;
        Assert.Contains(before, text, StringComparison.Ordinal);
        var changed = text.Replace(before, after).Replace("key: day", before == "on: day" ? "key: since" : "key: day");
        Assert.NotEqual(Definitions.Load(text).Faultless().Metrics["sales"].Version, Definitions.Load(changed).Faultless().Metrics["sales"].Version);
    }

    private static string Version(string metric, string before = "", string after = "") =>
        Definitions.Load(before.Length == 0 ? Text : Text.Replace(before, after)).Faultless().Metrics[metric].Version;
}
