using System.Runtime.CompilerServices;
using Kelvin.Catalog;
using Kelvin.Language;

namespace Definitions.Tests.Catalog;

/// <summary>Catalogs from texts, and the files beside these tests.</summary>
internal static class Definitions
{
    public static string Folder => Here();

    public static string Sound => File.ReadAllText(Path.Combine(Folder, "broken", "sound.yaml"));

    public static MetricCatalog Load(params string[] texts) =>
        CatalogLoader.Load([.. texts.Select((text, at) => new DefinitionFile($"{(char)('a' + at)}.yaml", text, null))]);

    /// <summary>Beside the sound definitions that the broken files are read with too.</summary>
    public static MetricCatalog LoadWithSound(string text) =>
        CatalogLoader.Load([new("sound.yaml", Sound, null), new("new.yaml", text, null)]);

    public static MetricCatalog WithIssues(this MetricCatalog catalog, params string[] codes)
    {
        Assert.Equal(codes, catalog.Issues.Select(issue => issue.Code));
        return catalog;
    }

    public static MetricCatalog Faultless(this MetricCatalog catalog)
    {
        Assert.Empty(catalog.Issues.Select(issue => $"{issue} {issue.Hint(Tongue.English)}"));
        return catalog;
    }

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
