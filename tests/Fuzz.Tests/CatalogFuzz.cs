using Fuzz.Tests.Laws;
using Fuzz.Tests.Running;
using Fuzz.Tests.Texts;
using Kelvin.Catalog;
using Kelvin.Formulas.Syntax;

namespace Fuzz.Tests;

/// <summary>Whatever stands in a file of definitions, it is loaded: the sound part, and issues of the rest that point into the file.</summary>
public sealed class CatalogFuzz(ITestOutputHelper output)
{
    /// <summary>One file of so many is loaded twice.</summary>
    private const int Loadings = 8;

    [Fact]
    public void Every_file_is_loaded() => new FuzzRun(output).Over(Draw, Check, leastReached: 0.05);

    [Fact]
    public void What_the_files_start_from_is_sound() => Assert.Empty(Shop.Catalog.Issues);

    private static string Draw(Random random) => random.Next(12) switch
    {
        0 => Mutation.Noise(random),
        1 or 2 => new DefinitionWriter(random).Several(),
        3 => Mutation.Of(Shop.Text, random.Next(1, 4), random),
        < 7 => Mutation.Of(RealDefinitions.Several(random), random.Next(1, 6), random),
        _ => Mutation.Of(new DefinitionWriter(random).Several(), random.Next(1, 4), random),
    };

    private static bool Check(string text)
    {
        var catalog = CatalogLoader.Load([new("fuzz.yaml", text, null)]);
        IssueLaws.Point(catalog.Issues.Where(issue => issue.Code != "catalog.more"), text);
        IssueLaws.Speak(catalog.Issues.Where(issue => issue.Code == "catalog.more"));
        if (text.Length % Loadings == 0)
            LoadAgain(text, catalog);
        foreach (var metric in catalog.Metrics.Values)
            if (!FormulaParser.Parse(metric.Formula).IsSound)
                throw new IssueFault("A sound metric has a formula that is not read", metric.Formula);
        return catalog.Metrics.Count > 0;
    }

    private static void LoadAgain(string text, MetricCatalog catalog)
    {
        var again = CatalogLoader.Load([new("fuzz.yaml", text, null)]);
        if (again.Version != catalog.Version || !again.Issues.SequenceEqual(catalog.Issues))
            throw new IssueFault("A file is loaded differently the second time", string.Join('\n', again.Issues.Except(catalog.Issues).Concat(catalog.Issues.Except(again.Issues))));
    }
}
