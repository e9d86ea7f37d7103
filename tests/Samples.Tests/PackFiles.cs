using YamlDotNet.RepresentationModel;

namespace Kelvin.Samples.Tests;

/// <summary>The documents of packs/, read as plain YAML, so that what they say is tested apart from the code that loads them.</summary>
public static class PackFiles
{
    public static string Repository { get; } = FindRepository();

    public static IReadOnlyList<YamlMappingNode> Metrics { get; } = [.. Documents("packs").Where(document => document.Children.ContainsKey("metric"))];

    public static IReadOnlyList<YamlMappingNode> Cases { get; } = [.. Documents("packs").Where(document => document.Children.ContainsKey("test"))];

    public static IReadOnlyList<YamlMappingNode> Datasets { get; } = [.. Documents("packs").Where(IsDataset)];

    /// <summary>What the packs hold that the sample company lists, and those that they require.</summary>
    public static IReadOnlyList<YamlMappingNode> OfSample { get; } =
        [.. Documents("samples/Workspace").SelectMany(settings => Names(settings, "packs")).SelectMany(WithRequired).Distinct()
            .SelectMany(pack => Documents(Path.Combine("packs", pack)))];

    /// <summary>The datasets of the sample company: its own take the place of the packs'.</summary>
    public static IReadOnlyList<YamlMappingNode> SampleDatasets { get; } =
        [.. Documents("samples/Workspace").Concat(OfSample).Where(IsDataset).DistinctBy(dataset => Text(dataset, "dataset"))];

    public static string Text(YamlMappingNode document, string key) => ((YamlScalarNode)document[key]).Value!;

    public static IEnumerable<string> Names(YamlMappingNode document, string key) =>
        document.Children.TryGetValue(key, out var node)
            ? node switch
            {
                YamlSequenceNode list => list.Select(item => ((YamlScalarNode)item).Value!),
                YamlMappingNode map => map.Children.Keys.Select(item => ((YamlScalarNode)item).Value!),
                _ => [((YamlScalarNode)node).Value!],
            }
            : [];

    /// <summary>Columns that files hold, not those that are worked out by a formula.</summary>
    public static IEnumerable<string> StoredColumns(YamlMappingNode dataset) =>
        from column in ((YamlMappingNode)dataset["columns"]).Children
        where column.Value is YamlMappingNode form && !form.Children.ContainsKey("formula")
        select ((YamlScalarNode)column.Key).Value!;

    private static IEnumerable<string> WithRequired(string pack) =>
        Documents(Path.Combine("packs", pack)).SelectMany(document => Names(document, "requires")).SelectMany(WithRequired).Append(pack);

    private static bool IsDataset(YamlMappingNode document) => document.Children.ContainsKey("dataset") && document.Children.ContainsKey("columns");

    private static IEnumerable<YamlMappingNode> Documents(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository, folder), "*.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var stream = new YamlStream();
            using var reader = File.OpenText(file);
            stream.Load(reader);
            foreach (var document in stream.Documents)
                yield return (YamlMappingNode)document.RootNode;
        }
    }

    private static string FindRepository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Kelvin.slnx")))
            folder = folder.Parent ?? throw new InvalidOperationException("The tests do not lie in the repository.");
        return folder.FullName;
    }
}
