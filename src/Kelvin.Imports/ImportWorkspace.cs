using Kelvin.Catalog;
using Kelvin.Imports.Definitions;
using Kelvin.Workspace;

namespace Kelvin.Imports;

/// <summary>Where imports take place.</summary>
/// <param name="Folder">The workspace, whose definitions they add to.</param>
/// <param name="Packs">Every file of the packs that it may take.</param>
/// <param name="Staging">The folder in which files wait to be loaded.</param>
public sealed record ImportWorkspace(WorkspaceFolder Folder, IReadOnlyList<DefinitionFile> Packs, string Staging)
{
    /// <summary>Its definitions.</summary>
    public ImportDefinitions Definitions { get; } = new(Folder, Packs);
}
