using System.Collections.Frozen;
using Kelvin.Catalog;
using Kelvin.Cli.Terminals;
using Kelvin.Language;
using Kelvin.Packs;
using Kelvin.Workspace;
using Spectre.Console;

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

    /// <summary>Where the keys of a workspace's server lie: beside its rows, which are as much its own.</summary>
    public static string KeysOf(string folder) => Path.Combine(WarehouseOf(folder), "keys");

    /// <summary>Where files that people have sent wait to be loaded.</summary>
    public static string UploadsOf(string folder) => Path.Combine(WarehouseOf(folder), "uploads");

    /// <summary>The text of the definition file in which an issue is placed, or null.</summary>
    public string? TextOf(Issue issue) => issue.Place?.File is { } file ? _texts.GetValueOrDefault(file) : null;

    /// <summary>Mentions in one line how many errors its definitions have: the sound part works. Returns the number.</summary>
    public int MentionErrors(Terminal terminal)
    {
        var errors = Catalog.Issues.Count(issue => issue.Severity == Severity.Error);
        if (errors > 0)
            terminal.Note(terminal.Say("workspace.errors", ("count", errors)), new Style(Color.Yellow));
        return errors;
    }
}
