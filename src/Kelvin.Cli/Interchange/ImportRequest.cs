using Kelvin.Catalog;
using Kelvin.Interchange.Reports;
using Kelvin.Interchange.Tables;

namespace Kelvin.Cli.Interchange;

/// <summary>Definitions of another tool that are to become ours.</summary>
/// <param name="Path">The file or folder they are in.</param>
/// <param name="Read">Reads them.</param>
internal sealed record ImportRequest(string Path, Func<IReadOnlyList<DefinitionFile>, WarehouseTables, ImportedDefinitions> Read)
{
    /// <summary>Where the definitions go; null for the workspace.</summary>
    public string? Into { get; init; }

    /// <summary>The workspace, where it is named.</summary>
    public string? Workspace { get; init; }

    /// <summary>The file that tells the types of columns, or null.</summary>
    public string? Types { get; init; }

    /// <summary>Whether files that are there may be written over.</summary>
    public bool IsForced { get; init; }

    /// <summary>text or json.</summary>
    public string? Format { get; init; }
}
