using Kelvin.Language;

namespace Cli.Tests;

public sealed class UsageTests
{
    public static TheoryData<string, string> Pages => [.. from language in Texts.Tongues from command in (string[])["init", "check", "import", "query", "explain", "tree", "test", "serve", "secret", "import-dbt", "import-ossie", "export-ossie"] select (command, language)];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Every_command_teaches_itself_in_every_language(string command, string language)
    {
        var help = await Invocation.RunAsync(Path.GetTempPath(), command, "--help", "--language", language);
        Assert.Equal((0, ""), (help.Code, help.Notes));
        Assert.Contains($"kelvin {command}", help.Output, StringComparison.Ordinal);
        Assert.Contains(language == "sv" ? "Exempel" : "Examples", help.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "help-en")]
    [InlineData("sv", "help-sv")]
    public async Task The_first_page_is_a_tour(string language, string snapshot) =>
        Snapshot.Equal(snapshot, (await Invocation.RunAsync(Path.GetTempPath(), "--help", "--language", language)).Output);

    [Fact]
    public async Task The_systems_language_is_taken_unless_another_is_asked_for()
    {
        Assert.Equal(Tongue.Swedish, Kelvin.Cli.Terminals.TongueChoice.Of([], name => name == "LANG" ? "sv_SE.UTF-8" : null));
        Assert.Equal(Tongue.English, Kelvin.Cli.Terminals.TongueChoice.Of(["--language=en"], _ => "sv_SE.UTF-8"));
        Assert.Equal(Tongue.English, Kelvin.Cli.Terminals.TongueChoice.Of([], _ => "fi_FI.UTF-8"));
        Assert.StartsWith("kelvin ", (await Invocation.RunAsync(Path.GetTempPath(), "--version")).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("unknown-command", "qurey", "revenue")]
    [InlineData("unknown-option", "query", "revenue", "--grian", "month")]
    [InlineData("value-missing", "query", "revenue", "--by")]
    [InlineData("metric-missing", "query")]
    [InlineData("unknown-language", "check", "--language", "fi")]
    [InlineData("unknown-format", "query", "revenue", "--format", "xml")]
    public async Task What_was_not_understood_is_said_with_what_would_be(string snapshot, params string[] arguments)
    {
        using var shop = new ShopFolder();
        var run = await shop.RunAsync(arguments);
        Assert.Equal((2, ""), (run.Code, run.Output));
        Snapshot.Equal(snapshot, run.Notes);
    }

    [Fact]
    public async Task Without_a_workspace_it_says_how_to_make_one()
    {
        var empty = Directory.CreateTempSubdirectory("kelvin-cli-").FullName;
        var run = await Invocation.RunAsync(empty, "check");
        Directory.Delete(empty);
        Assert.Equal(2, run.Code);
        Assert.Contains("kelvin init", run.Notes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_workspace_is_found_from_the_folders_below_it()
    {
        using var shop = new ShopFolder();
        var below = Directory.CreateDirectory(shop.PathOf("a/b")).FullName;
        Assert.Equal(0, (await Invocation.RunAsync(below, "check")).Code);
        Assert.Equal(0, (await Invocation.RunAsync(Path.GetTempPath(), "check", "--workspace", shop.Path)).Code);
    }

    [Fact]
    public async Task A_broken_world_is_a_sentence_and_never_a_stack_trace()
    {
        using var shop = new ShopFolder();
        shop.Write(".kelvin", "a file where the warehouse should be");
        var run = await shop.RunAsync("query", "revenue");
        Assert.Equal(4, run.Code);
        Assert.StartsWith("Error:", run.Notes, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Notes, StringComparison.Ordinal);
    }
}
