namespace Architecture.Tests;

/// <summary>A line of the room map in ARCHITECTURE.md: <c>| Room | Kind | Holds | May import | Packages |</c>.</summary>
internal sealed record RoomMapRow(string Name, bool IsPure, IReadOnlyList<string> Imports, IReadOnlyList<string> Packages)
{
    private const string Heading = "| Room | Kind |";

    public static IReadOnlyDictionary<string, RoomMapRow> ReadAll() =>
        Repository.Read("ARCHITECTURE.md").Split('\n')
            .SkipWhile(line => !line.StartsWith(Heading, StringComparison.Ordinal))
            .Skip(2)
            .TakeWhile(line => line.StartsWith('|'))
            .Select(Read)
            .ToDictionary(row => row.Name);

    private static RoomMapRow Read(string line)
    {
        var cells = line.Trim('|').Split('|', StringSplitOptions.TrimEntries);
        return new RoomMapRow(cells[0], cells[1] == "pure", Names(cells[3]), Names(cells[4]));
    }

    private static string[] Names(string cell) =>
        [.. cell.Split(',', StringSplitOptions.TrimEntries).Where(name => name is not "–").Order(StringComparer.Ordinal)];
}
