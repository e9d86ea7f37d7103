using System.Collections.Immutable;
using Kelvin.Catalog;
using Kelvin.Language;

namespace Kelvin.Interchange.Documents;

/// <summary>Reads files of other tools into nodes, whether they are YAML or JSON.</summary>
internal static class DocumentReader
{
    /// <summary>The documents of a file; none, and an issue, when it cannot be read.</summary>
    public static ImmutableArray<DocumentNode> Read(DefinitionFile file, ICollection<Issue> issues)
    {
        var text = file.Text.StartsWith('\uFEFF') ? file.Text[1..] : file.Text;
        return IsJson(file.Path, text)
            ? JsonNodes.Read(file.Path, text, issues)
            : YamlNodes.Read(file.Path, text, issues);
    }

    private static bool IsJson(string path, string text) =>
        path.EndsWith(".json", StringComparison.OrdinalIgnoreCase)
        || text.AsSpan().TrimStart() is ['{', ..] or ['[', ..] && !path.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) && !path.EndsWith(".yml", StringComparison.OrdinalIgnoreCase);
}
