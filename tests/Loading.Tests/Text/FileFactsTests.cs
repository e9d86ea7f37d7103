using System.Globalization;
using System.Text;
using CsCheck;
using Kelvin.Catalog;
using Kelvin.Loading;
using Kelvin.Loading.Proposing;
using Kelvin.Loading.Text;
using Kelvin.Queries.Warehouse;
using Loading.Tests.Proposing;

namespace Loading.Tests.Text;

/// <summary>What a look at a file hands to its load is what the load would have found itself.</summary>
public sealed class FileFactsTests : IDisposable
{
    private static readonly Gen<string>[] Columns =
    [
        Gen.Int[0, 3].Select(number => number.ToString(CultureInfo.InvariantCulture)),
        Gen.Select(Gen.Int[-900, 90_000], Gen.Int[0, 9_999]).Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Item1}.{pair.Item2}")),
        Gen.Int[0, 5_000].Select(day => new DateTime(2015, 1, 1).AddDays(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        Gen.Select(Gen.Int[0, 500_000], Gen.Bool).Select(pair => new DateTime(2015, 1, 1).AddMinutes(pair.Item1).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)),
        Gen.Bool.Select(truth => truth ? "true" : "false"),
        Gen.Int[0, 30].Select(number => $"customer {number}"),
        OneOf("", "", "3", " ", "x", "\"a,b\"", "\"a\nb\"", "a\"b", "-", "1,5", "2024-02-30", "2024-01-01T10:00Z", "åäö"),
    ];

    private const int Parts = 3;

    private readonly Looking _look = new();

    [Fact]
    public void They_say_what_a_survey_says()
    {
        var known = 0;
        Gen.Select(Gen.Int[0, Columns.Length - 1].SelectMany(at => Columns[at].Array[1, 30]).Array[1, 4], OneOf("\n", "\r\n")).Sample((columns, end) =>
        {
            var rows = columns.Min(column => column.Length);
            var text = new StringBuilder(string.Join(',', columns.Select((_, at) => $"c{at}"))).Append(end);
            for (var row = 0; row < rows; row++)
                text.Append(string.Join(',', columns.Select(column => column[row]))).Append(end);
            if (Compare(_look.Write(text.ToString()), 1 + rows % Parts))
                Interlocked.Increment(ref known);
        }, iter: 400, threads: 2);
        Assert.True(known > 50, $"Only {known} files were plain.");
    }

    [Theory]
    [InlineData("plain", true)]
    [InlineData("quoted, with line breaks", true)]
    [InlineData("a stray quote", false)]
    public void A_file_read_in_parts_says_the_same(string text, bool isPlain)
    {
        var content = new StringBuilder("id,at,amount,note\n");
        for (var row = 1; content.Length < 10_000_000; row++)
            content.Append(CultureInfo.InvariantCulture, $"{row},2024-01-0{row % 9 + 1} 10:00:00,{row % 70}.{row % 100:00},").Append(row % 3 == 0 ? text switch
            {
                "quoted, with line breaks" => "\"one, \n2,2024\nother\"",
                "a stray quote" => "5\" wide",
                _ => "plain",
            } : "").Append('\n');
        Assert.Equal(isPlain, Compare(_look.Write(content.ToString()), Parts));
    }

    [Fact]
    public void Keys_that_ascend_through_all_parts_are_known_to()
    {
        var content = new StringBuilder("id,note\n");
        for (var row = 1; content.Length < 10_000_000; row++)
            content.Append(CultureInfo.InvariantCulture, $"{row},something that fills the file\n");
        var found = _look.At(_look.Write(content.ToString()), parts: Parts);
        Assert.True(found.Columns[0].IsUnique);
        var file = Open(found.Path, "dataset: d\nkey: id\ncolumns: { id: integer, note: text }\n", found.Known);
        Assert.True(file.Survey(new Forwarded<double>(_ => { }), default).KeysAscend);
    }

    [Theory]
    [InlineData("integer", true, "1", "2", "10")]
    [InlineData("integer", false, "1", "2", "2")]
    [InlineData("integer", false, "2", "1")]
    [InlineData("integer", false, "-1", "-2")]
    [InlineData("integer", false, "01", "02")]
    [InlineData("integer", false, "1", "2", "3", "4", "5", "2", "3", "4", "5", "6")]
    [InlineData("integer", false, "4", "5", "6", "7", "1", "2", "3")]
    [InlineData("text", true, "a1", "a2", "b1")]
    [InlineData("text", false, "9", "10")]
    [InlineData("text", false, "a", "b", "b")]
    [InlineData("text", false, "a", "c", "d", "e", "b", "c", "d", "f")]
    public void Keys_are_known_to_ascend_only_where_a_survey_sees_it_too(string type, bool ascend, params string[] ids)
    {
        var path = _look.Write("id,note\n" + string.Concat(ids.Select(id => $"{id},x\n")));
        for (var parts = 1; parts <= Parts; parts++)
        {
            var definition = $"dataset: d\nkey: id\ncolumns: {{ id: {type}, note: text }}\n";
            var facts = Assert.IsType<FileFacts>(_look.At(path, parts: parts).Known).SurveyFor(Open(path, definition, null));
            Assert.Equal(ascend, facts!.KeysAscend);
            Assert.True(!facts.KeysAscend || Open(path, definition, null).Survey(new Forwarded<double>(_ => { }), default).KeysAscend);
        }
    }

    [Fact]
    public void A_look_that_is_broken_off_lets_go_of_the_file()
    {
        var path = _look.Write("id,note\n" + string.Concat(Enumerable.Range(1, 400_000).Select(row => $"{row},something that fills the file\n")));
        var look = new ProposeFile("SEK") { Parts = 1 };
        Assert.Throws<NotSupportedException>(() => look.Look(path, FileFormat.Default, new Forwarded<double>(_ => throw new NotSupportedException()), default));
        File.Open(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None).Dispose();
    }

    [Fact]
    public void Values_that_ascend_for_long_and_then_repeat_are_found()
    {
        var rows = Enumerable.Range(1, 400_000).Append(77).Select(row => $"{row},something that fills the file");
        Assert.False(_look.At(_look.Write("id,note\n" + string.Join('\n', rows)), parts: Parts).Columns[0].IsUnique);
        var apart = Enumerable.Range(200_000, 200_000).Concat(Enumerable.Range(1, 100_000)).Select(row => $"{row},something that fills the file");
        Assert.True(_look.At(_look.Write("id,note\n" + string.Join('\n', apart)), parts: Parts).Columns[0].IsUnique);
    }

    [Fact]
    public void A_file_that_has_changed_since_is_gone_over_again()
    {
        var found = _look.At(_look.Write("c0\n1\n2\n"));
        File.AppendAllText(found.Path, "3\n");
        Assert.Equal(3, Open(found.Path, "dataset: d\ncolumns: { c0: integer }\n", found.Known).Survey(new Forwarded<double>(_ => { }), default).Records);
    }

    public void Dispose() => _look.Dispose();

    /// <summary>Whether a look makes the survey unnecessary; if it does, it must say the same as the survey.</summary>
    private bool Compare(string path, int? parts = null)
    {
        var found = _look.At(path, parts: parts);
        if (found.Known is null)
            return false;
        var definition = "dataset: d\ncolumns:\n" + string.Concat(found.Columns.Select(column => $"  {column.Name}: {column.BareType}?\n"));
        var known = Open(path, definition, found.Known);
        var facts = ((FileFacts)found.Known).SurveyFor(known);
        var survey = Open(path, definition, null).Survey(new Forwarded<double>(_ => { }), default);
        if (facts is null)
            return false;
        Assert.Equal(survey with { KeysAscend = false }, facts with { KeysAscend = false });
        return true;
    }

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(at => texts[at]);

    private static TextFile Open(string path, string definition, FileKnowledge? known)
    {
        var catalog = CatalogLoader.Load([new DefinitionFile("d.yaml", definition, null)]);
        Assert.Empty(catalog.Issues.Where(issue => issue.Severity == Kelvin.Language.Severity.Error));
        var file = TextFile.Open(new LoadRequest(catalog.Datasets["d"], path, LoadMode.Replace, TimeZoneInfo.Utc) { Known = known });
        Assert.True(file.IsSound, string.Join('\n', file.Issues));
        return file.Value;
    }
}
