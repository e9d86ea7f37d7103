namespace Architecture.Tests;

/// <summary>Pure rooms compute. What they compile to is searched for anything that touches the world.</summary>
public sealed class PurityTests
{
    private static readonly string[] WorldlyNamespaces =
    [
        "System.Net.", "System.Threading.Tasks.", "System.Data.", "System.IO.Pipes.", "System.IO.Compression.", "Microsoft.Extensions.", "Microsoft.AspNetCore.",
    ];

    private static readonly string[] WorldlyTypes =
    [
        "System.IO.File", "System.IO.FileInfo", "System.IO.FileStream", "System.IO.Directory", "System.IO.DirectoryInfo", "System.IO.FileSystemWatcher",
        "System.Console", "System.Diagnostics.Process", "System.Diagnostics.Stopwatch", "System.TimeProvider", "System.Threading.Thread",
        "System.Threading.Timer", "System.Threading.SemaphoreSlim", "System.Threading.CancellationToken", "System.Runtime.CompilerServices.AsyncTaskMethodBuilder",
    ];

    private static readonly string[] WorldlyMembers =
    [
        "System.DateTime.get_Now", "System.DateTime.get_UtcNow", "System.DateTime.get_Today", "System.DateTimeOffset.get_Now", "System.DateTimeOffset.get_UtcNow",
        "System.TimeZoneInfo.get_Local", "System.Random.get_Shared", "System.Guid.NewGuid", "System.Environment.get_TickCount64",
        "System.Environment.GetEnvironmentVariable", "System.Environment.get_CurrentDirectory", "System.Globalization.CultureInfo.get_CurrentCulture",
        "System.Globalization.CultureInfo.get_CurrentUICulture",
    ];

    public static TheoryData<string> Rooms => [.. Room.Pure.Select(room => room.Name)];

    [Fact]
    public void There_are_pure_rooms() => Assert.True(Room.Pure.Count() >= 7);

    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_pure_room_uses_no_files_no_clock_and_no_tasks(string name)
    {
        var room = Find(name).Compiled;
        Offenders.AreNone(room.Types.Where(type => WorldlyTypes.Contains(type) || WorldlyNamespaces.Any(space => type.StartsWith(space, StringComparison.Ordinal))));
        Offenders.AreNone(room.Members.Intersect(WorldlyMembers));
    }

    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_pure_room_refers_to_nothing_but_the_framework_and_what_it_names(string name)
    {
        var room = Find(name);
        Offenders.AreNone(room.Compiled.Assemblies.Where(assembly =>
            !assembly.StartsWith("System", StringComparison.Ordinal) && !assembly.StartsWith("Kelvin.", StringComparison.Ordinal) && !room.Packages.Contains(assembly)));
    }

    [Fact]
    public void The_search_sees_what_an_impure_room_does() =>
        Assert.Contains("System.IO.File", Room.All.Single(room => room.Name == "Workspace").Compiled.Types);

    private static Room Find(string name) => Room.All.Single(room => room.Name == name);
}
