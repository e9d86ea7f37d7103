using Kelvin.Packs;

namespace Fuzz.Tests.Texts;

/// <summary>Definitions as people write them: the shop's, those of the shipped packs, and the wrong ones of the tests.</summary>
internal static class RealDefinitions
{
    private static readonly string[] Documents =
    [
        .. ShippedPacks.Files.Select(file => file.Text).Append(Shop.Text).Concat(Wrong()).SelectMany(text => text.Split("\n---\n")),
    ];

    /// <summary>A few of them in one file.</summary>
    public static string Several(Random random) =>
        string.Join("\n---\n", Enumerable.Range(0, random.Next(1, 4)).Select(_ => Documents[random.Next(Documents.Length)]));

    private static IEnumerable<string> Wrong([System.Runtime.CompilerServices.CallerFilePath] string here = "") =>
        Directory.GetFiles(Path.Combine(Path.GetDirectoryName(here)!, "../../Definitions.Tests/Catalog/broken"), "*.yaml").Order(StringComparer.Ordinal).Select(File.ReadAllText);
}
