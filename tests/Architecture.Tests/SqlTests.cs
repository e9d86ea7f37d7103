using System.Text.RegularExpressions;

namespace Architecture.Tests;

/// <summary>
/// SQL that runs is written in one room; an engine's room has its own bookkeeping besides. Interchange translates SQL of other tools,
/// and writes the <c>query:</c> of definitions, which is a person's text from then on. Connectors reads others' databases, each in its words.
/// </summary>
public sealed partial class SqlTests
{
    public static TheoryData<string> Rooms => [.. Room.All.Select(room => room.Name).Where(name => !MayWriteSql(name))];

    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_room_outside_the_engines_writes_no_sql(string name) =>
        Offenders.AreNone(Room.All.Single(room => room.Name == name).Compiled.Literals.Where(literal => Statement().IsMatch(literal)));

    [Fact]
    public void The_search_sees_sql_where_it_is() =>
        Assert.Contains(Room.All.Single(room => room.Name == "Engines.DuckDb").Compiled.Literals, literal => Statement().IsMatch(literal));

    private static bool MayWriteSql(string room) => room is "Sql" or "Interchange" or "Connectors" or "Engines" || room.StartsWith("Engines.", StringComparison.Ordinal);

    [GeneratedRegex(@"^\s*(?i:select)\s+(?!=)|\bSELECT\s.+\sFROM\b|\b(INSERT\s+INTO|UPDATE\s+\w+\s+SET|DELETE\s+FROM|CREATE\s+(OR\s+REPLACE\s+)?(TABLE|VIEW)|DROP\s+(TABLE|VIEW)|ALTER\s+TABLE|GROUP\s+BY|ORDER\s+BY|INNER\s+JOIN|LEFT\s+JOIN|UNION\s+ALL)\b")]
    private static partial Regex Statement();
}
