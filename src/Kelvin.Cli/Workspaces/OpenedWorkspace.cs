using System.Collections.Frozen;
using Kelvin.Catalog;
using Kelvin.Language;
using Kelvin.Packs;
using Kelvin.Workspace;

namespace Kelvin.Cli.Workspaces;

/// <summary>A workspace whose definitions have been read.</summary>
internal sealed class OpenedWorkspace
{
    private readonly FrozenDictionary<string, string> _texts;

    private OpenedWorkspace(WorkspaceFolder folder, WorkspaceFiles files)
    {
        Folder = folder.Path;
        Catalog = files.Load(ShippedPacks.Files);
        _texts = ShippedPacks.Files.Concat(files.Files).DistinctBy(file => file.Path).ToFrozenDictionary(file => file.Path, file => file.Text);
    }

    /// <summary>Its folder.</summary>
    public string Folder { get; }

    /// <summary>Its definitions.</summary>
    public MetricCatalog Catalog { get; }

    /// <summary>Reads the definitions of a folder.</summary>
    public static OpenedWorkspace Read(WorkspaceFolder folder) => new(folder, folder.Read());

    /// <summary>Where the warehouse of a workspace lies, and the files that loads leave behind.</summary>
    public static string WarehouseOf(string folder) => Path.Combine(folder, ".kelvin");

    /// <summary>The text of the definition file in which an issue is placed, or null.</summary>
    public string? TextOf(Issue issue) => issue.Place?.File is { } file ? _texts.GetValueOrDefault(file) : null;
}
