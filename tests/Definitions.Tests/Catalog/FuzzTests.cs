using Kelvin.Catalog;
using Kelvin.Language;
using Kelvin.Packs;

namespace Definitions.Tests.Catalog;

/// <summary>No text makes the loader throw, and every issue can be said and points into its file.</summary>
public sealed class FuzzTests(ITestOutputHelper output)
{
    private const int Inputs = 20_000;
    private static readonly string[] Splinters =
    [
        "\n", "---\n", ":", ": ", " ", "\t", "- ", "[", "]", "{", "}", "'", "\"", "|", ">", "&a ", "*a", "!x ", "#", "%", "?", "->",
        "= ", "\r", "\r\n", "\u0000", "\uFFFD", "\uFEFF", "😀", "\uD800", "count(", "sum(", " where ", ")", ",", "text", "money SEK",
        "-> orders", "metric: ", "dataset: ", "orders", "revenue", "1e999", "99999999999999999999", "../", "~", "null", "\\", "\\x4",
        "when", "case ", " end", "..", ".", "day", "share",
    ];

    [Fact]
    public void Nothing_that_stands_in_a_file_makes_the_loader_throw()
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("KELVIN_SEED"), out var given) ? given : 20250131;
        output.WriteLine($"KELVIN_SEED={seed}");
        var random = new Random(seed);
        var documents = Documents();
        for (var input = 0; input < Inputs; input++)
        {
            var text = input % 10 == 0 ? Noise(random) : Mutated(random, documents);
            try
            {
                Check(text);
            }
            catch (Exception thrown)
            {
                Assert.Fail($"Input {input} of KELVIN_SEED={seed} threw {thrown}\n--- the input:\n{text}");
            }
        }
    }

    private static void Check(string text)
    {
        var catalog = CatalogLoader.Load([new("fuzz.yaml", text, null)]);
        var lines = text.Split('\n', '\r').Length;
        foreach (var issue in catalog.Issues)
        {
            Assert.NotEmpty(issue.Message(Tongue.Swedish) + issue.Message(Tongue.English) + issue.Hint(Tongue.English));
            Assert.NotNull(issue.Place);
            Assert.True(issue.Place.Line >= 1 && (issue.Place.Line <= lines || issue.Code == "catalog.more"), $"{issue}");
            Assert.True(issue.Place is { Column: >= 1, Length: >= 1 });
            IssueExcerpt.Of(text, issue.Place);
        }
    }

    /// <summary>A few real documents side by side, cut, doubled, and with splinters thrown in.</summary>
    private static string Mutated(Random random, string[] documents)
    {
        var chosen = Enumerable.Range(0, random.Next(1, 4)).Select(_ => documents[random.Next(documents.Length)]);
        var text = string.Join("\n---\n", chosen);
        for (var changes = random.Next(1, 6); changes > 0 && text.Length > 2; changes--)
        {
            var at = random.Next(text.Length);
            var length = random.Next(Math.Min(30, text.Length - at));
            text = random.Next(4) switch
            {
                0 => text.Remove(at, length),
                1 => text.Insert(random.Next(text.Length), text.Substring(at, length)),
                2 => text.Remove(at, Math.Min(1, length)).Insert(at, Splinters[random.Next(Splinters.Length)]),
                _ => text.Insert(at, Splinters[random.Next(Splinters.Length)]),
            };
        }
        return text;
    }

    private static string Noise(Random random) =>
        string.Concat(Enumerable.Range(0, random.Next(60)).Select(_ =>
            random.Next(3) == 0 ? ((char)random.Next(0x300)).ToString() : Splinters[random.Next(Splinters.Length)]));

    private static string[] Documents() =>
        [.. ShippedPacks.Files.Select(file => file.Text)
            .Concat(Directory.GetFiles(Path.Combine(Definitions.Folder, "broken"), "*.yaml").Select(File.ReadAllText))
            .SelectMany(text => text.Split("\n---\n"))];
}
