using Kelvin.Catalog;

namespace Fuzz.Tests.Texts;

/// <summary>A catalog with at least one of everything that a definition can say.</summary>
internal static class Shop
{
    /// <summary>Its file.</summary>
    public static string Text { get; } = Read();

    /// <summary>The catalog.</summary>
    public static MetricCatalog Catalog { get; } = CatalogLoader.Load([new("shop.yaml", Text, null)]);

    /// <summary>Its names, for formulas.</summary>
    public static CatalogScope Scope { get; } = new(Catalog);

    private static string Read()
    {
        using var reader = new StreamReader(typeof(Shop).Assembly.GetManifestResourceStream("shop.yaml")!);
        return reader.ReadToEnd();
    }
}
