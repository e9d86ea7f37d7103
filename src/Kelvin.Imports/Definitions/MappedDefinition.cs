using System.Text;
using Kelvin.Catalog;
using Kelvin.Language;
using Kelvin.Loading.Mapping;

namespace Kelvin.Imports.Definitions;

/// <summary>
/// Makes a pack's dataset the workspace's own, with the names that its columns have in the company's files, so that the next file of the
/// kind needs no mapping.
/// </summary>
public sealed class MappedDefinition(ImportDefinitions definitions)
{
    /// <summary>
    /// The definition; null where there is nothing to write down: the dataset is the workspace's own, or its files are understood as they are.
    /// </summary>
    public Checked<MadeDefinition>? Make(Dataset dataset, FileFormat format)
    {
        var kept = format with { Entry = null, Separator = null, Encoding = null, HeaderLine = null, File = null };
        if (dataset.Pack is null || FormatYaml.Write(kept, "") is "" || definitions.NewFile(dataset.Name) is not { } path
            || dataset.Place is not { File: { } file } place || definitions.TextOf(file) is not { } text)
            return null;
        var yaml = $"# {file}\n{WithSource(DocumentAt(text, place.Line), FormatYaml.Write(kept, "  "))}";
        return NewDataset.Check(dataset.Name, yaml, definitions.Files).Then(own => Checked<MadeDefinition>.Sound(new MadeDefinition(path, yaml, own, format)));
    }

    /// <summary>The document of a file that holds a line, counted from 1.</summary>
    private static IEnumerable<string> DocumentAt(string text, int line)
    {
        var lines = text.Split('\n');
        var first = Array.FindLastIndex(lines, line - 1, IsEnd) + 1;
        var end = Array.FindIndex(lines, line - 1, IsEnd);
        return lines[first..(end < 0 ? lines.Length : end)];
    }

    private static bool IsEnd(string line) => line.StartsWith("---", StringComparison.Ordinal);

    private static string WithSource(IEnumerable<string> document, string source)
    {
        var yaml = new StringBuilder();
        var isPassing = false;
        foreach (var line in document)
        {
            isPassing = line.StartsWith("source:", StringComparison.Ordinal) || isPassing && line is [' ', ..];
            if (isPassing)
                continue;
            if (line.StartsWith("columns:", StringComparison.Ordinal))
                yaml.Append("source:\n").Append(source);
            yaml.Append(line).Append('\n');
        }
        return yaml.ToString().TrimEnd('\n') + "\n";
    }
}
