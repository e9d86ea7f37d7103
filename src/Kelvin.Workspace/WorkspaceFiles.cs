using System.Collections.Immutable;
using Kelvin.Catalog;
using Kelvin.Language;

namespace Kelvin.Workspace;

/// <summary>What was read from a workspace's folder.</summary>
/// <param name="Files">Its definition files, ordered by path.</param>
/// <param name="Issues">Files and folders that could not be read.</param>
public sealed record WorkspaceFiles(ImmutableArray<DefinitionFile> Files, ImmutableArray<Issue> Issues)
{
    /// <summary>The catalog of these files and the shipped packs, with the issues of reading among its own.</summary>
    public MetricCatalog Load(IReadOnlyList<DefinitionFile> packs)
    {
        var catalog = CatalogLoader.Load([.. Files, .. packs]);
        return Issues.IsEmpty ? catalog : catalog with { Issues = [.. Issues, .. catalog.Issues] };
    }
}
