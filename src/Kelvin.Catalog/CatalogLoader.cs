namespace Kelvin.Catalog;

/// <summary>Turns definition files into a checked catalog.</summary>
public static class CatalogLoader
{
    /// <summary>
    /// The sound part of the definitions, with every issue of the rest. Never throws because of what stands in a file;
    /// what is wrong takes down only itself and what depends on it. Files of packs that the workspace does not list are passed over.
    /// </summary>
    public static MetricCatalog Load(IReadOnlyList<DefinitionFile> files) =>
        files.Count == 0 ? MetricCatalog.Empty : throw new NotSupportedException();
}
