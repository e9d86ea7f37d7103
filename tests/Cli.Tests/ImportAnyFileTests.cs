using System.Text;

namespace Cli.Tests;

/// <summary>Files that no definition names: looked at, asked about, and loaded with what was said.</summary>
public sealed class ImportAnyFileTests
{
    private const string Swedish = "Ordernr;Orderdatum;Land;Belopp (kr);Dagar sen\n11;03/04/2025;SE;1 234,50;0\n12;05/04/2025;NO;100,25;n/a\n13;06/07/2025;NO;2,5;1\n";
    private const string Odd = "order_id,ordered_on,country,amount,days_late\n21,2025-01-02,SE,1.5,\n22,2025-01-03,SE,much,\n23,2025-01-04,SE,2.5,\n24,2025-01-05,SE,2.5,\n25,2025-01-05,SE,2.5,\n26,2025-01-05,SE,2.5,\n27,2025-01-05,SE,2.5,\n28,2025-01-05,SE,2.5,\n29,2025-01-05,SE,2.5,\n30,2025-01-05,SE,2.5,\n31,2025-01-05,SE,2.5,\n";

    [Theory]
    [InlineData("en", "inspect-en")]
    [InlineData("sv", "inspect-sv")]
    public async Task A_file_is_shown_with_its_question_and_where_it_may_go(string language, string snapshot)
    {
        using var shop = new ShopFolder();
        shop.Write("ordrar.csv", Swedish);
        var inspect = await shop.RunAsync("inspect", "ordrar.csv", "--language", language);
        Assert.Equal(0, inspect.Code);
        Snapshot.Equal(snapshot, inspect.Output);
    }

    [Fact]
    public async Task Without_a_person_each_question_is_an_issue_that_names_its_options()
    {
        using var shop = await ShopFolder.ImportedAsync();
        shop.Write("ordrar.csv", Swedish);
        var dates = await shop.RunAsync("import", "ordrar.csv");
        Assert.Equal(2, dates.Code);
        Assert.Contains("--dates dd/MM/yyyy (3 April 2025), --dates MM/dd/yyyy (4 March 2025)", dates.Notes, StringComparison.Ordinal);
        var dataset = await shop.RunAsync("import", "ordrar.csv", "--dates", "dd/MM/yyyy");
        Assert.Contains("--dataset orders", dataset.Notes, StringComparison.Ordinal);
        var mode = await shop.RunAsync("import", "ordrar.csv", "--dates", "dd/MM/yyyy", "--dataset", "orders");
        Assert.Contains("--mode replace, --mode append, --mode upsert", mode.Notes, StringComparison.Ordinal);
        Assert.Equal("order_count\n6", (await shop.RunAsync("query", "order_count", "--format", "csv")).Output);
        Assert.Equal(0, (await shop.RunAsync("import", "ordrar.csv", "--dates", "dd/MM/yyyy", "--dataset", "orders", "--mode", "append")).Code);
        Assert.Equal("order_count\n9", (await shop.RunAsync("query", "order_count", "--format", "csv")).Output);
    }

    [Theory]
    [InlineData("--append", "--upsert")]
    [InlineData("--append", "--mode", "upsert")]
    [InlineData("--dataset", "orders", "--new", "others")]
    public async Task Options_that_contradict_each_other_are_told_and_nothing_is_loaded(params string[] options)
    {
        using var shop = await ShopFolder.ImportedAsync();
        var outcome = await shop.RunAsync(["import", "orders.csv", .. options]);
        Assert.Equal(2, outcome.Code);
        Assert.Contains("contradict each other", outcome.Notes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dataset_that_is_named_twice_otherwise_is_told()
    {
        using var shop = await ShopFolder.ImportedAsync();
        Assert.Contains("orders and --new others contradict each other", (await shop.RunAsync("import", "orders", "orders.csv", "--new", "others")).Notes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_in_a_file_cannot_move_the_cursor()
    {
        using var shop = new ShopFolder();
        using (var zip = System.IO.Compression.ZipFile.Open(shop.PathOf("all.zip"), System.IO.Compression.ZipArchiveMode.Create))
            foreach (var name in new[] { "one\u001b[2J.csv", "two.csv" })
                using (var writer = new StreamWriter(zip.CreateEntry(name).Open()))
                    writer.Write("a,b\n1,2\n");
        var open = await shop.RunAsync("import", "all.zip");
        Assert.Contains("one·[2J.csv", open.Notes, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', open.Notes + open.Output + (await shop.RunAsync("inspect", "all.zip", "--entry", "one\u001b[2J.csv")).Output);
    }

    [Fact]
    public async Task A_column_that_is_not_known_is_named_and_can_be_said()
    {
        using var shop = new ShopFolder();
        shop.Write("x.csv", "order_id,ordered_on,country,blob\n1,2025-01-02,SE,1.5\n2,2025-01-03,SE,2.25\n");
        var open = await shop.RunAsync("import", "orders", "x.csv", "--mode", "replace");
        Assert.Equal(2, open.Code);
        Assert.Contains("--map \"FILE=amount\"; free are: blob", open.Notes, StringComparison.Ordinal);
        Assert.Equal(0, (await shop.RunAsync("import", "orders", "x.csv", "--map", "blob=amount")).Code);
        Assert.Contains("Did you mean", (await shop.RunAsync("import", "orders", "x.csv", "--map", "blub=amount")).Notes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_dataset_gets_a_definition_with_which_the_next_file_needs_no_questions()
    {
        using var shop = new ShopFolder();
        shop.Write("ordrar.csv", Swedish);
        Assert.Equal(0, (await shop.RunAsync("import", "ordrar.csv", "--dates", "dd/MM/yyyy", "--new", "May orders")).Code);
        Assert.Equal("count(may_orders)\n3", (await shop.RunAsync("query", "count(may_orders)", "--format", "csv")).Output);
        Assert.Equal(0, (await shop.RunAsync("check")).Code);
        shop.Write("fler.csv", Swedish.Replace("\n1", "\n2", StringComparison.Ordinal));
        Assert.Equal(0, (await shop.RunAsync("import", "may_orders", "fler.csv", "--append")).Code);
        Assert.Equal("count(may_orders)\n6", (await shop.RunAsync("query", "count(may_orders)", "--format", "csv")).Output);
        Assert.Equal(2, (await shop.RunAsync("import", "ordrar.csv", "--dates", "dd/MM/yyyy", "--new", "may_orders")).Code);
    }

    [Fact]
    public async Task A_new_dataset_leaves_no_definition_behind_when_it_is_cancelled_or_only_looked_at()
    {
        using var shop = new ShopFolder();
        shop.Write("ordrar.csv", Swedish);
        Assert.Equal(0, (await shop.RunAsync("import", "ordrar.csv", "--dates", "dd/MM/yyyy", "--new", "looked", "--dry-run")).Code);
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        Assert.Equal(130, (await Invocation.RunAsync(shop.Path, cancelled.Token, "import", "ordrar.csv", "--dates", "dd/MM/yyyy", "--new", "looked")).Code);
        Assert.False(File.Exists(Path.Combine(shop.Path, "looked.yaml")));
    }

    [Fact]
    public async Task Rejected_rows_come_back_when_mended()
    {
        using var shop = new ShopFolder();
        shop.Write("odd.csv", Odd);
        Assert.Equal(3, (await shop.RunAsync("import", "odd.csv", "--dataset", "orders")).Code);
        var rejected = Assert.Single(Directory.GetFiles(Path.Combine(shop.Path, ".kelvin", "rejected")));
        await File.WriteAllTextAsync(rejected, (await File.ReadAllTextAsync(rejected)).Replace(",much,", ",3,", StringComparison.Ordinal), new UTF8Encoding(false));
        Assert.Equal(0, (await shop.RunAsync("import", rejected, "--dataset", "orders", "--append")).Code);
        Assert.Equal("order_count\n11", (await shop.RunAsync("query", "order_count", "--format", "csv")).Output);
    }

    [Fact]
    public async Task Answers_as_csv_hold_no_formulas()
    {
        using var shop = new ShopFolder();
        shop.Write("x.csv", "order_id,ordered_on,country,amount,days_late\n1,2025-01-02,\"=HYPERLINK(1)\",-1.5,\n");
        await shop.RunAsync("import", "orders", "x.csv");
        Assert.Equal("country,revenue\n'=HYPERLINK(1),-1.5", (await shop.RunAsync("query", "revenue", "--by", "country", "--format", "csv")).Output);
    }

    [Theory]
    [InlineData("--decimal", "x")]
    [InlineData("--separator", "ab")]
    [InlineData("--header", "maybe")]
    [InlineData("--mode", "merge")]
    [InlineData("--map", "amount")]
    public async Task What_an_option_cannot_be_is_said_with_what_it_can(string option, string value)
    {
        using var shop = new ShopFolder();
        shop.Write("x.csv", Odd);
        var import = await shop.RunAsync("import", "x.csv", "--dataset", "orders", option, value);
        Assert.Equal(2, import.Code);
        Assert.Contains("It can be:", import.Notes, StringComparison.Ordinal);
    }
}
