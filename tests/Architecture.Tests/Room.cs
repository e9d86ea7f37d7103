using System.Xml.Linq;

namespace Architecture.Tests;

/// <summary>A room as its project file has it. Names are without the leading "Kelvin.".</summary>
internal sealed record Room(string Name, string Folder, string Assembly, bool IsPure, IReadOnlyList<string> Imports, IReadOnlyList<string> Packages)
{
    public static IReadOnlyList<Room> All { get; } =
        [.. Repository.Files("src", "*.csproj").Concat(Repository.Files("packs", "*.csproj")).Concat(Repository.Files("samples", "*.csproj")).Select(Read)];

    /// <summary>Rooms that may not touch the world: every one that calls itself pure.</summary>
    public static IEnumerable<Room> Pure => All.Where(room => room.IsPure);

    /// <summary>The compiled room, beside the tests.</summary>
    public AssemblyText Compiled => AssemblyText.Of(Path.Combine(AppContext.BaseDirectory, Assembly + ".dll"));

    private static Room Read(string path)
    {
        var project = XDocument.Parse(Repository.Read(path));
        return new Room(
            NameOf(path),
            Path.GetDirectoryName(path)!,
            project.Descendants("AssemblyName").SingleOrDefault()?.Value ?? Path.GetFileNameWithoutExtension(path),
            project.Descendants("PureRoom").Any(element => element.Value == "true"),
            [.. project.Descendants("ProjectReference").Select(element => NameOf(element.Attribute("Include")!.Value)).Order(StringComparer.Ordinal)],
            [.. project.Descendants("PackageReference").Select(element => element.Attribute("Include")!.Value).Order(StringComparer.Ordinal)]);
    }

    private static string NameOf(string projectPath) => Path.GetFileNameWithoutExtension(projectPath).Replace("Kelvin.", "", StringComparison.Ordinal);
}
