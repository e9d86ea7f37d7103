using Kelvin.Catalog;
using Kelvin.Language;

namespace Cases.Tests;

/// <summary>The files of cases: definitions, and <c>test:</c> documents that ask them.</summary>
internal static class CaseFiles
{
    /// <summary>The catalog of each file, by the file's name.</summary>
    public static IReadOnlyDictionary<string, MetricCatalog> All { get; } =
        Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "cases"), "*.yaml")
            .ToDictionary(path => Path.GetFileNameWithoutExtension(path), Load, StringComparer.Ordinal);

    private static MetricCatalog Load(string path)
    {
        var catalog = CatalogLoader.Load([new DefinitionFile(Path.GetFileName(path), File.ReadAllText(path), null)]);
        Assert.Empty(catalog.Issues.Select(issue => $"{issue} {issue.Hint(Tongue.English)}"));
        return catalog;
    }
}
