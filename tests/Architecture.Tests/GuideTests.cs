using System.Text.RegularExpressions;
using Kelvin.Catalog;
using Kelvin.Engines.DuckDb;
using Kelvin.Language;
using Kelvin.Packs;
using Kelvin.Queries.Testing;

namespace Architecture.Tests;

/// <summary>The examples of a guide's page, taken together with the shipped packs, are a workspace that works.</summary>
public sealed partial class GuideTests
{
    public static TheoryData<string> Pages => [.. Repository.Files("docs/guide", "*.md").Where(page => Examples(page).Length > 0)];

    [Fact]
    public void There_are_examples() => Assert.NotEmpty(Pages);

    [Theory]
    [MemberData(nameof(Pages))]
    public void The_examples_of_a_page_load(string page) => Offenders.AreNone(InWords(Load(page).Issues));

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task The_engine_takes_the_examples_of_a_page(string page)
    {
        await using var warehouse = await DuckDbWarehouse.OpenInMemoryAsync(DuckDbSettings.Default, TestContext.Current.CancellationToken);
        Offenders.AreNone(InWords(await warehouse.PrepareAsync(Load(page), TestContext.Current.CancellationToken)));
    }

    [Theory]
    [InlineData("docs/guide/en/tests.md")]
    [InlineData("docs/guide/sv/tests.md")]
    public async Task The_tests_among_the_examples_pass(string page)
    {
        var catalog = Load(page);
        Assert.NotEmpty(catalog.Tests);
        var runner = new RunMetricTests(async token => await DuckDbWarehouse.OpenInMemoryAsync(DuckDbSettings.Default, token), TimeProvider.System);
        await foreach (var outcome in runner.RunAsync(catalog, catalog.Tests, TestContext.Current.CancellationToken))
            Assert.True(outcome.Passed, $"{outcome.Test.Name}\n{string.Join('\n', InWords(outcome.Issues))}\n{string.Join('\n', outcome.Differences)}");
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void The_examples_of_a_page_are_the_same_in_both_languages(string page)
    {
        var other = page.Contains("/en/", StringComparison.Ordinal) ? page.Replace("/en/", "/sv/", StringComparison.Ordinal) : page.Replace("/sv/", "/en/", StringComparison.Ordinal);
        Assert.Equal(Examples(page).Select(WithoutComments), Examples(other).Select(WithoutComments));
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("README.sv.md")]
    public void The_metric_in_the_readme_is_the_one_that_ships(string readme)
    {
        var catalog = CatalogLoader.Load([new DefinitionFile("kelvin.yaml", "workspace: Shop\npacks: [logistics]\n", null), .. ShippedPacks.Files]);
        Assert.Contains($"\nformula: {catalog.Metrics["on_time_delivery"].Formula}\n", Examples(readme).Single(), StringComparison.Ordinal);
    }

    private static MetricCatalog Load(string page) =>
        CatalogLoader.Load([.. Examples(page).Select((text, index) => new DefinitionFile($"{page}#{index + 1}", text, null)), .. ShippedPacks.Files]);

    private static IEnumerable<string> InWords(IEnumerable<Issue> issues) => issues.Select(issue => $"{issue} {issue.Hint(Tongue.English)}");

    private static string[] Examples(string page) => [.. Block().Matches(Repository.Read(page)).Select(match => match.Groups["yaml"].Value)];

    private static string WithoutComments(string yaml) => Comment().Replace(yaml, "");

    [GeneratedRegex(@"```yaml\n(?<yaml>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex(@"[ \t]*#.*$", RegexOptions.Multiline)]
    private static partial Regex Comment();
}
