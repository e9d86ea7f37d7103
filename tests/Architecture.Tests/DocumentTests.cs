using System.Globalization;
using System.Text.RegularExpressions;

namespace Architecture.Tests;

/// <summary>What is written for people holds: links lead somewhere, languages keep step, lists are whole.</summary>
public sealed partial class DocumentTests
{
    private static readonly IReadOnlyList<string> Documents = Repository.Files("", "*.md");

    public static TheoryData<string> All => [.. Documents];

    public static TheoryData<string, string> Translations =>
    [
        ("README.md", "README.sv.md"),
        .. Repository.Files("docs/guide/en", "*.md").Select(file => (file, file.Replace("/en/", "/sv/", StringComparison.Ordinal))),
    ];

    [Theory]
    [MemberData(nameof(All))]
    public void Links_lead_somewhere(string document)
    {
        var folder = Path.Combine(Repository.Root, Path.GetDirectoryName(document)!);
        Offenders.AreNone(Link().Matches(Repository.Read(document))
            .Select(match => match.Groups["target"].Value)
            .Where(target => !target.Contains("://", StringComparison.Ordinal) && !Path.Exists(Path.Combine(folder, target))));
    }

    [Theory]
    [MemberData(nameof(Translations))]
    public void Both_languages_have_the_same_parts_and_commands(string english, string swedish)
    {
        Assert.True(File.Exists(Path.Combine(Repository.Root, swedish)), $"{swedish} is not there.");
        Assert.Equal(Headings(english), Headings(swedish));
        Assert.Equal(Commands(english), Commands(swedish));
    }

    [Fact]
    public void Swedish_guides_have_an_english_one() =>
        Assert.Equal(
            Repository.Files("docs/guide/en", "*.md").Select(Path.GetFileName),
            Repository.Files("docs/guide/sv", "*.md").Select(Path.GetFileName));

    [Fact]
    public void Every_package_has_its_reason_and_no_reason_outlives_its_package()
    {
        var named = Row().Matches(Repository.Read("docs/dependencies.md")).Select(match => match.Groups["name"].Value);
        var nuget = Package().Matches(Repository.Read("Directory.Packages.props")).Select(match => match.Groups["name"].Value);
        var npm = NpmPackage().Matches(Repository.Read("src/Kelvin.Web/package.json")).Select(match => match.Groups["name"].Value);
        Assert.Equal(nuget.Concat(npm).Order(StringComparer.Ordinal), named.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_package_that_has_a_version_is_used()
    {
        var projects = string.Concat(Repository.Files("", "*.csproj").Concat(Repository.Files("", "Directory.Build.props")).Select(Repository.Read));
        Offenders.AreNone(Package().Matches(Repository.Read("Directory.Packages.props")).Select(match => match.Groups["name"].Value)
            .Where(package => !projects.Contains($"PackageReference Include=\"{package}\"", StringComparison.Ordinal)));
    }

    [Fact]
    public void Decisions_are_numbered_and_say_what_would_change_them()
    {
        var decisions = Repository.Files("docs/decisions", "*.md");
        Assert.Equal(Enumerable.Range(1, decisions.Count).Select(number => number.ToString("0000", CultureInfo.InvariantCulture)), decisions.Select(file => Path.GetFileName(file)[..4]));
        foreach (var decision in decisions)
            Assert.Equal(["## Context", "## Choice", "## What would change our mind"], Heading().Matches(Repository.Read(decision)).Select(match => match.Value.Trim()).Skip(1));
    }

    private static int[] Headings(string document) => [.. Heading().Matches(Repository.Read(document)).Select(match => match.Value.TakeWhile(letter => letter == '#').Count())];

    private static string[] Commands(string document) => [.. Shell().Matches(Repository.Read(document)).Select(match => match.Groups["text"].Value)];

    [GeneratedRegex(@"\]\((?<target>[^)#\s]+)(#[^)]*)?\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"^#+ .*$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"```sh\n(?<text>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Shell();

    [GeneratedRegex(@"^\| `(?<name>[^`]+)` \|", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex("""<PackageVersion Include="(?<name>[^"]+)" """)]
    private static partial Regex Package();

    [GeneratedRegex("""^    "(?<name>[@\w/-]+)": "\d[^"]*",?$""", RegexOptions.Multiline)]
    private static partial Regex NpmPackage();
}
