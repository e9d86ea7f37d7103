using System.Collections.Immutable;
using Kelvin.Catalog;
using Kelvin.Interchange.Documents;
using Kelvin.Interchange.Writing;
using Kelvin.Language;

namespace Kelvin.Interchange.Ossie.Reading;

/// <summary>
/// What a definition of ours says beyond what Ossie has words for: kept under our own vendor name, so that it comes back. Keys are
/// those of our definitions.
/// </summary>
internal static class KelvinExtension
{
    public const string Vendor = "KELVIN";

    /// <summary>What is kept of a metric: formulas, descriptions and names come from Ossie's own words.</summary>
    public static ImmutableArray<string> OfMetrics { get; } =
        ["label", "question", "unit", "better", "kind", "grain", "empty", "time", "department", "owner", "tags"];

    /// <summary>The keys with their values as YAML; extensions of others are reported.</summary>
    public static ImmutableDictionary<string, string> Read(NodeFields owner, IEnumerable<string> known, ICollection<Issue> issues)
    {
        var found = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var extension in owner.Groups("custom_extensions"))
        {
            if (extension.Text("vendor_name") != Vendor || extension.Text("data") is not { } data)
            {
                issues.Add(Issue.At(extension.Place, "interchange.key-lost", ("key", "custom_extensions")).AsWarning());
                continue;
            }
            foreach (var entry in DocumentReader.Read(new DefinitionFile("extension.json", data, null), []).OfType<DocumentNode.Mapping>().SelectMany(node => node.Entries))
                if (known.Contains(entry.Key) && Yaml(entry.Value) is { } yaml)
                    found[entry.Key] = yaml;
                else
                    issues.Add(Issue.At(extension.PlaceOf("data"), "interchange.key-lost", ("key", entry.Key)).AsWarning());
        }
        return found.ToImmutable();
    }

    /// <summary>A text, a list of texts, or a text in several languages.</summary>
    private static string? Yaml(DocumentNode node) => node switch
    {
        DocumentNode.Scalar scalar => YamlText.InFlow(scalar.Text),
        DocumentNode.Sequence list => YamlText.List([.. list.Items.OfType<DocumentNode.Scalar>().Select(item => item.Text)]),
        DocumentNode.Mapping map => YamlText.Map(map.Entries.Select(entry => (entry.Key, Value: entry.Value as DocumentNode.Scalar))
            .Where(entry => entry.Value is not null).Select(entry => (entry.Key, YamlText.InFlow(entry.Value!.Text)))),
        _ => null,
    };
}
