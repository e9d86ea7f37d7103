using System.Text.RegularExpressions;
using Kelvin.Language;

namespace Architecture.Tests;

/// <summary>The texts that code asks for and the texts in the files are the same.</summary>
public sealed partial class TextKeyTests
{
    private static readonly IReadOnlySet<string> Keys = Texts.Keys(Tongue.English).ToHashSet();
    private static readonly IReadOnlySet<string> Sections = Keys.Select(SectionOf).ToHashSet();

    /// <summary>Literals shaped like a key of a section there is. One that ends in a dot or hyphen is the start of keys put together at run time.</summary>
    private static readonly IReadOnlySet<string> Mentioned =
        Room.All.SelectMany(room => room.Compiled.Literals).Where(literal => KeyShape().IsMatch(literal) && Sections.Contains(SectionOf(literal))).ToHashSet();

    private static readonly string[] FileEndings = [".yaml", ".csv", ".json", ".js", ".css", ".sql"];

    [Fact]
    public void Texts_that_code_asks_for_exist() =>
        Offenders.AreNone(Mentioned.Where(key => !IsStart(key) && !Keys.Contains(key) && !FileEndings.Any(end => key.EndsWith(end, StringComparison.Ordinal))).Order());

    [Fact]
    public void Texts_that_are_put_together_exist() =>
        Offenders.AreNone(Mentioned.Where(start => IsStart(start) && !Keys.Any(key => key.StartsWith(start, StringComparison.Ordinal))).Order());

    [Fact]
    public void Texts_are_not_put_together_from_a_whole_section() =>
        Offenders.AreNone(Mentioned.Where(start => IsStart(start) && start.TrimEnd('.') == SectionOf(start)).Order());

    [Fact]
    public void Every_text_is_used() =>
        Offenders.AreNone(Keys.Where(key => !Mentioned.Contains(key) && !Mentioned.Any(start => IsStart(start) && key.StartsWith(start, StringComparison.Ordinal))).Order());

    private static bool IsStart(string literal) => literal.EndsWith('.') || literal.EndsWith('-');

    private static string SectionOf(string key) => key.Split('.')[0];

    [GeneratedRegex(@"^[a-z]+\.([a-z0-9-]+\.)*[a-z0-9-]*$")]
    private static partial Regex KeyShape();
}
