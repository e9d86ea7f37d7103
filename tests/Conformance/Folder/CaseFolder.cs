using System.Collections.Immutable;
using System.Text.Json;

namespace Conformance.Folder;

/// <summary>A folder of cases: <c>cases.json</c>, <c>manifests</c>, <c>tables.json</c> and <c>tables</c>.</summary>
internal sealed class CaseFolder
{
    private readonly string _path;

    public CaseFolder(string path)
    {
        _path = path;
        using var cases = JsonDocument.Parse(File.ReadAllText(Path.Combine(path, "cases.json")));
        Cases = [.. cases.RootElement.GetProperty("cases").EnumerateArray().Select(ConformanceCase.Read)];
        using var tables = JsonDocument.Parse(File.ReadAllText(Path.Combine(path, "tables.json")));
        Tables = tables.RootElement.EnumerateArray().Where(table => File.Exists(Path.Combine(path, table.GetProperty("csv").GetString()!))).Select(table => CaseTable.Read(table, path)).ToImmutableDictionary(table => table.Name, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The cases, in the order of the file.</summary>
    public ImmutableArray<ConformanceCase> Cases { get; }

    /// <summary>The tables, by name.</summary>
    public ImmutableDictionary<string, CaseTable> Tables { get; }

    /// <summary>The text of a manifest.</summary>
    public string Manifest(string model) => File.ReadAllText(Path.Combine(_path, "manifests", model + ".json"));
}
