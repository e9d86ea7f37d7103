namespace Architecture.Tests;

/// <summary>ARCHITECTURE.md, its room map and the project files say the same.</summary>
public sealed class RoomMapTests
{
    private static readonly IReadOnlyDictionary<string, RoomMapRow> Map = RoomMapRow.ReadAll();

    public static TheoryData<string> Rooms => [.. Room.All.Select(room => room.Name)];

    [Fact]
    public void The_map_lists_every_room_and_no_other() =>
        Assert.Equal(Room.All.Select(room => room.Name).Order(StringComparer.Ordinal), Map.Keys.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_room_imports_what_the_map_says(string name) => Assert.Equal(Map[name].Imports, Find(name).Imports);

    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_room_uses_the_packages_that_the_map_says(string name) => Assert.Equal(Map[name].Packages, Find(name).Packages);

    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_room_is_pure_where_the_map_says_so(string name) => Assert.Equal(Map[name].IsPure, Find(name).IsPure);

    [Fact]
    public void Pure_rooms_import_pure_rooms_only()
    {
        var pure = Room.Pure.Select(room => room.Name).ToHashSet();
        Offenders.AreNone(Room.Pure.SelectMany(room => room.Imports.Where(import => !pure.Contains(import)).Select(import => $"{room.Name} imports {import}")));
    }

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        var solution = Repository.Read("Kelvin.slnx");
        string[] projects = [.. Repository.Files("", "*.csproj")];
        Assert.NotEmpty(projects);
        Offenders.AreNone(projects.Where(project => !solution.Contains($"\"{project}\"", StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_room_has_a_short_readme(string name)
    {
        var readme = Path.Combine(Find(name).Folder, "README.md");
        Assert.True(File.Exists(Path.Combine(Repository.Root, readme)), $"{readme} is not there.");
        Assert.InRange(Repository.Read(readme).TrimEnd('\n').Split('\n').Length, 3, 40);
    }

    private static Room Find(string name) => Room.All.Single(room => room.Name == name);
}
