using System.Collections.Immutable;
using Kelvin.Catalog;
using Kelvin.Language;
using Kelvin.Workspace;

namespace Kelvin.Imports.Definitions;

/// <summary>The definitions of a workspace as an import reads them and adds to them.</summary>
/// <param name="folder">The workspace.</param>
/// <param name="packs">Every file of the packs that it may take.</param>
public sealed class ImportDefinitions(WorkspaceFolder folder, IReadOnlyList<DefinitionFile> packs)
{
    private volatile ReadDefinitions? _last;

    /// <summary>The files of the workspace and of all packs.</summary>
    public ImmutableArray<DefinitionFile> Files => [.. folder.Read().Files, .. packs];

    /// <summary>The definitions that hold.</summary>
    public MetricCatalog Read() => ReadBoth().Now;

    /// <summary>The definitions as they would be with every pack taken: what a file may be for, also where nothing is for it yet.</summary>
    public MetricCatalog ReadWithAllPacks() => ReadBoth().Ahead;

    /// <summary>The text of a file of the workspace or of a pack, or null.</summary>
    public string? TextOf(string file) => Files.FirstOrDefault(one => one.Path == file)?.Text;

    /// <summary>The path of a definition file for a dataset; null where there is a file of that name.</summary>
    public string? NewFile(string dataset) =>
        Path.Combine(folder.Path, dataset + ".yaml") is var path && File.Exists(path) ? null : path;

    /// <summary>Takes packs into the settings, beside those that are there; an issue where the settings cannot be added to.</summary>
    public Issue? TakePacks(IEnumerable<string> names)
    {
        var path = Path.Combine(folder.Path, WorkspaceFolder.SettingsFile);
        var before = Read().Settings.Packs;
        ImmutableArray<string> wanted = [.. before.Union(names)];
        if (wanted.Length == before.Length)
            return null;
        var text = PackList.Write(File.ReadAllText(path), wanted);
        if (!CatalogLoader.Load([new DefinitionFile(WorkspaceFolder.SettingsFile, text, null), .. packs]).Settings.Packs.SequenceEqual(wanted))
            return Issue.At(null, "import.packs-not-taken", ("packs", string.Join(", ", wanted)));
        File.WriteAllText(path, text);
        return null;
    }

    /// <summary>Both, checked anew only when the text of a file has changed.</summary>
    private ReadDefinitions ReadBoth()
    {
        var files = Files;
        if (_last is { } last && last.Files.SequenceEqual(files))
            return last;
        var ahead = files.Select(file => file is { Pack: null, Path: WorkspaceFolder.SettingsFile } ? file with { Text = PackList.Write(file.Text, AllPacks) } : file);
        return _last = new ReadDefinitions(files, CatalogLoader.Load(files), CatalogLoader.Load([.. ahead]));
    }

    private IEnumerable<string> AllPacks => packs.Select(file => file.Pack).OfType<string>().Distinct();

    private sealed record ReadDefinitions(ImmutableArray<DefinitionFile> Files, MetricCatalog Now, MetricCatalog Ahead);
}
