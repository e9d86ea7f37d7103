using Kelvin.Catalog;

namespace Kelvin.Packs;

/// <summary>The packs that ship with the product: a folder of YAML each, embedded in this assembly.</summary>
public static class ShippedPacks
{
    private static readonly Lazy<IReadOnlyList<DefinitionFile>> Embedded = new(Read);

    /// <summary>Every file of every pack, ordered by path. The loader takes what a workspace lists.</summary>
    public static IReadOnlyList<DefinitionFile> Files => Embedded.Value;

    private static List<DefinitionFile> Read() =>
        [.. typeof(ShippedPacks).Assembly.GetManifestResourceNames()
            .Where(name => name.EndsWith(".yaml", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => new DefinitionFile(name, TextOf(name), name.Split('/')[1]))];

    private static string TextOf(string resource)
    {
        using var reader = new StreamReader(typeof(ShippedPacks).Assembly.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }
}
