using Kelvin.Language;

namespace Cases.Tests;

/// <summary>An answer says which of its rows it had to do without.</summary>
public sealed class NotesTests
{
    public static TheoryData<string> Engines => [.. Engine.All.Keys];

    [Theory]
    [MemberData(nameof(Engines))]
    public Task Rows_without_a_rate_are_counted_and_said(string engine) => SaidAsync(engine, "currency", "Rows without a rate are left out, whatever they are grouped by",
        "2 rows of payments have no exchange rate for the day, and are left out of sales.");

    [Theory]
    [MemberData(nameof(Engines))]
    public Task Nothing_is_said_where_every_row_has_a_rate(string engine) => SaidAsync(engine, "currency", "Every row has a rate of its day");

    [Theory]
    [MemberData(nameof(Engines))]
    public Task Rows_beyond_the_years_that_periods_show_are_counted_and_said(string engine) => SaidAsync(engine, "centuries", "All time ends where no calendar goes further",
        "2 rows of calls lie before the year 100 or after the year 2199 by called_at, further than periods are shown, and are left out of calls.");

    [Theory]
    [MemberData(nameof(Engines))]
    public Task All_time_in_one_leaves_nothing_out(string engine) => SaidAsync(engine, "centuries", "All time in one has no end");

    private static async Task SaidAsync(string engine, string file, string name, params string[] expected)
    {
        var catalog = CaseFiles.All[file];
        var outcome = await Asked.Of(catalog.Tests.Single(test => test.Name == name), catalog, Engine.All[engine]);
        var notes = outcome.Value!.Explanation.Notes;
        Assert.Equal(expected, notes.Select(note => note.Message(Tongue.English)));
        Assert.All(notes, note => Assert.DoesNotContain('{', note.Message(Tongue.Swedish) + note.Hint(Tongue.Swedish)));
    }
}
