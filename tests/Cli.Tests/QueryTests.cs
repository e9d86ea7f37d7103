namespace Cli.Tests;

public sealed class QueryTests
{
    [Fact]
    public async Task A_table_marks_the_unfinished_month_and_shows_changes()
    {
        using var shop = await ShopFolder.ImportedAsync();
        var answer = await shop.RunAsync("query", "revenue", "--grain", "month", "--range", "2026-02..2026-03", "--compare", "last year");
        Snapshot.Equal("table-en", answer.Output);
        Assert.Equal((0, ""), (answer.Code, answer.Notes));
    }

    [Fact]
    public async Task The_same_table_in_swedish()
    {
        using var shop = await ShopFolder.ImportedAsync();
        var answer = await shop.RunAsync("query", "revenue,order_count,late_share", "--grain", "månad", "--range", "2026-02..2026-03", "--compare", "i fjol", "--language", "sv");
        Snapshot.Equal("table-sv", answer.Output);
    }

    [Fact]
    public async Task Csv_is_exact_and_nothing_else_goes_to_the_output()
    {
        using var shop = await ShopFolder.ImportedAsync();
        var answer = await shop.RunAsync("query", "revenue", "late_share", "--grain", "month", "--range", "2026-02..2026-03", "--by", "country", "--format", "csv", "--language", "sv");
        Assert.Equal("""
            period,period_end,finished,country,revenue,late_share
            2026-02-01,2026-03-01,true,NO,100.25,1
            2026-02-01,2026-03-01,true,SE,1234.5,0
            2026-03-01,2026-04-01,false,NO,300.005,0
            2026-03-01,2026-04-01,false,SE,900,0
            """, answer.Output);
    }

    [Fact]
    public async Task A_file_is_whole_and_its_ending_chooses_the_format()
    {
        using var shop = await ShopFolder.ImportedAsync();
        var answer = await shop.RunAsync("query", "revenue", "--range", "2026", "--output", "out.ndjson");
        Assert.Equal((0, ""), (answer.Code, answer.Output));
        Assert.Equal("{\"revenue\":2534.755}\n", await File.ReadAllTextAsync(shop.PathOf("out.ndjson")));
        Assert.Equal(["out.ndjson"], Directory.GetFiles(shop.Path, "out*").Select(Path.GetFileName));
    }

    [Fact]
    public async Task Rows_are_ordered_and_limited()
    {
        using var shop = await ShopFolder.ImportedAsync();
        var answer = await shop.RunAsync("query", "revenue", "--by", "country", "--order", "-revenue", "--limit", "1", "--format", "csv");
        Assert.Equal("country,revenue\nSE,3534.5", answer.Output);
    }

    [Theory]
    [InlineData("en", "condition-en")]
    [InlineData("sv", "condition-sv")]
    public async Task A_wrong_condition_is_shown_with_a_caret(string language, string snapshot)
    {
        using var shop = await ShopFolder.ImportedAsync();
        var answer = await shop.RunAsync("query", "revenue", "--where", "contry = 'SE'", "--language", language);
        Assert.Equal((1, ""), (answer.Code, answer.Output));
        Snapshot.Equal(snapshot, answer.Notes);
    }

    [Fact]
    public async Task A_metric_that_does_not_exist_names_the_nearest()
    {
        using var shop = await ShopFolder.ImportedAsync();
        var answer = await shop.RunAsync("query", "revenu");
        Assert.Equal(1, answer.Code);
        Assert.Contains("‘revenue’", answer.Notes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_period_that_does_not_exist_names_the_nearest()
    {
        using var shop = await ShopFolder.ImportedAsync();
        var answer = await shop.RunAsync("query", "revenue", "--grain", "mounth");
        Assert.Equal(1, answer.Code);
        Assert.Contains("‘month’", answer.Notes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Explain_shows_the_formula_the_load_and_the_statement()
    {
        using var shop = await ShopFolder.ImportedAsync();
        var page = await shop.RunAsync("explain", "revenue", "--range", "2026");
        Assert.Equal(0, page.Code);
        Assert.Contains("= sum(orders.amount)", page.Output, StringComparison.Ordinal);
        Assert.Contains("6 rows", page.Output, StringComparison.Ordinal);
        Assert.Contains("from orders.csv", page.Output, StringComparison.Ordinal);
        Assert.Contains("SELECT", page.Output, StringComparison.OrdinalIgnoreCase);
    }
}
