using System.Text;
using CsCheck;
using Kelvin.Catalog;
using Kelvin.Loading;
using Kelvin.Loading.Text;
using Kelvin.Queries.Warehouse;

namespace Loading.Tests.Text;

/// <summary>What one pass over a file finds: whether it is plain, and whether its keys ascend.</summary>
public sealed class SurveyTests
{
    private const string Definitions = """
        workspace: Tests
        zone: UTC
        currency: SEK
        ---
        dataset: numbered
        key: id
        columns: { id: integer, day: date?, at: timestamp?, price: number with 2 decimals? }
        ---
        dataset: lines
        key: [order_id, line]
        columns: { order_id: text, line: integer }
        ---
        dataset: keyless
        columns: { id: integer }
        """;

    private static readonly MetricCatalog Catalog = CatalogLoader.Load([new DefinitionFile("tests.yaml", Definitions, null)]);

    [Theory]
    [InlineData("numbered", "id\n-2\n1\n9\n10\n", true)]
    [InlineData("numbered", "id\n1\n2\n2\n", false)]
    [InlineData("numbered", "id\n7\n007\n", false)]
    [InlineData("numbered", "id\n2\n1\n", false)]
    [InlineData("lines", "order_id,line\na,1\na,2\nb,1\n", true)]
    [InlineData("lines", "order_id,line\na,1\n\"a\",1\n", false)]
    [InlineData("lines", "order_id,line\nb,1\na,2\n", false)]
    [InlineData("keyless", "id\n1\n2\n", false)]
    public void Keys_ascend_where_each_is_greater_than_the_one_before(string dataset, string text, bool ascend) =>
        Assert.Equal(ascend, Survey(dataset, text).KeysAscend);

    [Fact]
    public void Keys_that_ascend_never_repeat() =>
        Gen.Select(Gen.Char['a', 'c'].Array[1, 2], Gen.Int[0, 3]).Array[0, 5].Sample(keys =>
        {
            var written = keys.Select(key => $"{new string(key.Item1)},{key.Item2}").ToList();
            var survey = Survey("lines", "order_id,line\n" + string.Concat(written.Select(line => line + "\n")));
            Assert.True(!survey.KeysAscend || written.Distinct().Count() == written.Count);
        });

    [Theory]
    [InlineData("2024-02-29", "2024-02-29 23:59:59", true)]
    [InlineData("2025-02-29", "2025-01-01 00:00", false)]
    [InlineData("2025-13-01", "2025-01-01 00:00", false)]
    [InlineData("2025-00-10", "2025-01-01 00:00", false)]
    [InlineData("2025-04-31", "2025-01-01 00:00", false)]
    [InlineData("2025-04-30", "2025-01-01 24:00", false)]
    [InlineData("2025-04-30", "2025-01-01 12:60", false)]
    [InlineData("2025-04-30", "2025-01-01 12:00:60", false)]
    [InlineData("2025-04-30", "2025-01-01T12:00:59.123456Z", true)]
    public void Only_days_and_times_that_there_are_are_plain(string day, string at, bool isPlain) =>
        Assert.Equal(isPlain, Survey("numbered", $"id,day,at\n1,{day},{at}\n").IsPlain);

    [Theory]
    [InlineData("12.34", true)]
    [InlineData("12.3400", true)]
    [InlineData("12.3401", false)]
    [InlineData("12.000", false)]
    [InlineData("12.500", false)]
    [InlineData("12.3", true)]
    [InlineData("12.", false)]
    [InlineData("12.00000000000000000000", false)]
    public void Zeros_at_the_end_of_a_number_are_plain(string price, bool isPlain) =>
        Assert.Equal(isPlain, Survey("numbered", $"id,price\n1,{price}\n").IsPlain);

    private static FileSurvey Survey(string dataset, string text)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, text, new UTF8Encoding(false));
            return TextFile.Open(new LoadRequest(Catalog.Datasets[dataset], path, LoadMode.Replace, TimeZoneInfo.Utc)).Value!.Survey(new Progress<double>(), CancellationToken.None);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
