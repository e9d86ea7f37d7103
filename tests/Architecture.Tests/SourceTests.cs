using System.Text.RegularExpressions;

namespace Architecture.Tests;

/// <summary>The house's manners, where a machine can see them.</summary>
public sealed partial class SourceTests
{
    private const int MostLines = 250;
    private const int MostLinesOfFamily = 150;

    /// <summary>Files that are longer for a reason. An entry goes when its file shrinks.</summary>
    private static readonly IReadOnlyDictionary<string, string> Long = new Dictionary<string, string>
    {
    };

    private static readonly string[] WordlessFolders = ["Utils", "Utilities", "Helpers", "Managers", "Common", "Misc", "Shared", "Model", "Models"];

    private static readonly IReadOnlyList<string> Code = Repository.ProductCode();

    private static readonly IReadOnlyList<string> AllCode = [.. Code, .. Repository.Files("bench", "*.cs"), .. Repository.Files("tests", "*.cs").Where(file => !file.StartsWith("tests/Architecture.Tests/", StringComparison.Ordinal))];

    [Fact]
    public void There_is_code_to_look_at() => Assert.True(Code.Count > 300);

    [Fact]
    public void Files_are_short() =>
        Offenders.AreNone(AllCode.Where(file => LinesOf(file) > MostLines && !Long.ContainsKey(file)).Select(file => $"{file}: {LinesOf(file)} lines"));

    [Fact]
    public void Long_files_that_are_excused_are_long() =>
        Offenders.AreNone(Long.Keys.Where(file => !AllCode.Contains(file) || LinesOf(file) <= MostLines));

    [Fact]
    public void Half_of_the_files_are_under_60_lines() =>
        Assert.InRange(Code.Select(LinesOf).Order().ElementAt(Code.Count / 2), 1, 60);

    /// <summary>A closed family is an abstract type with its cases, or small types that are parts of the first.</summary>
    [Fact]
    public void A_file_has_one_public_type_or_a_small_family() =>
        Offenders.AreNone(Code
            .Select(file => (File: file, Types: PublicType().Count(Repository.Read(file)), Lines: LinesOf(file)))
            .Where(seen => seen.Types > 1 && seen.Lines > MostLinesOfFamily)
            .Select(seen => $"{seen.File}: {seen.Types} public types in {seen.Lines} lines"));

    [Fact]
    public void Names_say_what_a_thing_is() => Offenders.AreNone(Offences(AllCode, WordlessType(), "says nothing"));

    [Fact]
    public void Folders_say_what_they_hold() =>
        Offenders.AreNone(AllCode.Select(file => Path.GetDirectoryName(file)!).Distinct().Where(folder => folder.Split('/').Intersect(WordlessFolders).Any()));

    [Fact]
    public void Classes_are_sealed_static_or_abstract() =>
        Offenders.AreNone(Offences(Code, OpenClass(), "can be inherited from"));

    [Fact]
    public void Nothing_is_left_undone() => Offenders.AreNone(Offences(AllCode, Undone(), "is unfinished"));

    [Fact]
    public void There_are_no_regions_and_no_block_scoped_namespaces() =>
        Offenders.AreNone(Offences(AllCode, Drawer(), "hides code"));

    [Fact]
    public void No_code_is_commented_out() => Offenders.AreNone(Offences(AllCode, DeadCode(), "is dead code"));

    private static IEnumerable<string> Offences(IEnumerable<string> files, Regex sought, string what) =>
        files.SelectMany(file => Repository.Read(file).Split('\n')
            .Select((line, index) => (line, index))
            .Where(seen => sought.IsMatch(seen.line))
            .Select(seen => $"{file}:{seen.index + 1} {what}: {seen.line.Trim()}"));

    private static int LinesOf(string file) => Repository.Read(file).TrimEnd('\n').Split('\n').Length;

    [GeneratedRegex(@"^public [\w ]*\b(class|record|struct|interface|enum|delegate)\b", RegexOptions.Multiline)]
    private static partial Regex PublicType();

    [GeneratedRegex(@"\b(class|record|struct|interface|enum) \w*(Utils?|Utilities|Helpers?|Manager|Processor|Common|Misc|Info)\b")]
    private static partial Regex WordlessType();

    [GeneratedRegex(@"^(public |internal )(partial )?(class|record) (?!struct)\w+")]
    private static partial Regex OpenClass();

    [GeneratedRegex(@"\b(TODO|FIXME|HACK|NotImplementedException)\b")]
    private static partial Regex Undone();

    [GeneratedRegex(@"^\s*#region|^namespace [\w.]+\s*(\{|$)")]
    private static partial Regex Drawer();

    [GeneratedRegex(@"^\s*//(?!/).*[;{]\s*$")]
    private static partial Regex DeadCode();
}
