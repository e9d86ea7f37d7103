using System.Text;
using Kelvin.Catalog;
using Kelvin.Language;

namespace Definitions.Tests.Catalog;

/// <summary>
/// What people read when a definition is wrong, for every file in <c>broken</c>, kept in <c>issues.txt</c>. Run with
/// KELVIN_ACCEPT=1 to write it anew, then read it as someone who does not program would.
/// </summary>
public sealed class IssueSnapshotTests
{
    [Fact]
    public void Issues_read_as_they_were_reviewed()
    {
        var path = Path.Combine(Definitions.Folder, "issues.txt");
        var rendered = Render();
        if (Environment.GetEnvironmentVariable("KELVIN_ACCEPT") == "1")
            File.WriteAllText(path, rendered);
        Assert.Equal(File.ReadAllText(path), rendered);
    }

    [Fact]
    public void Every_broken_file_has_an_issue_and_takes_nothing_else_down() =>
        Assert.All(Broken(), broken =>
        {
            var catalog = Load(broken);
            Assert.NotEmpty(catalog.Issues);
            Assert.All(catalog.Issues, issue => Assert.NotEqual("sound.yaml", issue.Place?.File));
            Assert.Contains("revenue", catalog.Metrics.Keys);
            Assert.Equal(8, catalog.Datasets["orders"].Columns.Length);
        });

    private static string Render()
    {
        var page = new StringBuilder();
        foreach (var broken in Broken())
        {
            var text = File.ReadAllText(broken);
            page.AppendLine().Append("=== ").AppendLine(Path.GetFileNameWithoutExtension(broken)[3..].Replace('-', ' '));
            foreach (var issue in Load(broken).Issues)
                Render(page, text, issue);
        }
        return page.ToString().TrimStart();
    }

    private static void Render(StringBuilder page, string text, Issue issue)
    {
        page.AppendLine().Append(issue.Place).AppendLine(issue.Severity == Severity.Warning ? " (warning)" : "");
        if (issue.Place is { } place && IssueExcerpt.Of(text, place) is { } excerpt)
            page.Append("    ").AppendLine(excerpt.Text).Append("    ").AppendLine(excerpt.Carets);
        foreach (var tongue in new[] { Tongue.English, Tongue.Swedish })
            page.Append(tongue.Code).Append("  ").AppendLine(issue.Message(tongue)).Append("    ").AppendLine(issue.Hint(tongue) ?? "-");
    }

    private static MetricCatalog Load(string broken) =>
        CatalogLoader.Load(
        [
            new("sound.yaml", Definitions.Sound, null),
            new(Path.GetFileName(broken), File.ReadAllText(broken), null),
            new("packs/sales/pack.yaml", "pack: sales", "sales"),
        ]);

    private static IEnumerable<string> Broken() =>
        Directory.GetFiles(Path.Combine(Definitions.Folder, "broken"), "??-*.yaml").Order(StringComparer.Ordinal);
}
