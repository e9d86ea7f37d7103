using Kelvin.Catalog;
using Kelvin.Cli.Workspaces;
using Kelvin.Language;
using Kelvin.Loading.Mapping;
using Kelvin.Loading.Proposing;
using Kelvin.Packs;
using Kelvin.Workspace;

namespace Kelvin.Cli.Import;

/// <summary>Makes the definition of a dataset for a file that none is for.</summary>
internal sealed class NewDefinition(WorkspaceFolder folder, OpenedWorkspace workspace)
{
    /// <summary>The definition, checked among the others; an issue where its name or its file is taken.</summary>
    public Checked<MadeDefinition> Make(string written, FileProposal file)
    {
        var name = NewDataset.NameOf(written);
        var path = Path.Combine(folder.Path, name + ".yaml");
        if (File.Exists(path) || workspace.Catalog.Datasets.ContainsKey(name))
            return Checked<MadeDefinition>.Faulty(Issue.At(null, "cli.import.name-taken", ("name", name), ("file", name + ".yaml")));
        var yaml = NewDataset.Yaml(name, file, workspace.Catalog);
        return NewDataset.Check(name, yaml, [.. ShippedPacks.Files, .. folder.Read().Files]).Then(dataset => Checked<MadeDefinition>.Sound(
            new MadeDefinition(path, yaml, dataset, ((DatasetSource.Files)dataset.Source).Format)));
    }
}

/// <summary>A definition that can be written.</summary>
/// <param name="Path">Its file.</param>
/// <param name="Yaml">Its text.</param>
/// <param name="Dataset">What it says.</param>
/// <param name="Format">How its files are written.</param>
internal sealed record MadeDefinition(string Path, string Yaml, Dataset Dataset, FileFormat Format)
{
    /// <summary>Writes the file, which goes again unless it is kept.</summary>
    public WrittenDefinition Write()
    {
        File.WriteAllText(Path, Yaml);
        return new WrittenDefinition(Path);
    }
}

/// <summary>A definition file that goes again when nothing was loaded.</summary>
internal sealed class WrittenDefinition(string path) : IDisposable
{
    private bool _isKept;

    /// <summary>Lets the file stay.</summary>
    public void Keep() => _isKept = true;

    public void Dispose()
    {
        if (!_isKept)
            File.Delete(path);
    }
}
