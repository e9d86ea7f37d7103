using YamlDotNet.RepresentationModel;
using static Kelvin.Samples.Tests.PackFiles;

namespace Kelvin.Samples.Tests;

public sealed class PackTests
{
    public static TheoryData<string> MetricNames { get; } = new(Metrics.Select(metric => Text(metric, "metric")));

    public static TheoryData<string> TestNames { get; } = new(Cases.Select(test => Text(test, "test")));

    public static TheoryData<string> DatasetNames { get; } = new(SampleDatasets.Select(dataset => Text(dataset, "dataset")));

    [Theory, MemberData(nameof(MetricNames))]
    public void Metric_is_told_in_both_languages(string name)
    {
        var metric = Metrics.Single(candidate => Text(candidate, "metric") == name);
        foreach (var key in new[] { "label", "question", "description" })
        {
            var words = (YamlMappingNode)metric[key];
            Assert.Equal(["en", "sv"], Names(metric, key).Order());
            Assert.NotEqual(Text(words, "en"), Text(words, "sv"));
        }
        var description = (YamlMappingNode)metric["description"];
        Assert.All(["sv", "en"], tongue => Assert.InRange(Text(description, tongue).Count(letter => letter == '.'), 2, 7));
    }

    [Theory, MemberData(nameof(MetricNames))]
    public void Metric_says_whose_it_is_and_how_to_look_at_it(string name)
    {
        var metric = Metrics.Single(candidate => Text(candidate, "metric") == name);

        Assert.Contains(Text(metric, "department"), new[] { "company", "sales", "marketing", "logistics", "service", "delivery", "finance", "people" });
        Assert.Contains(Text(metric, "kind"), new[] { "operational", "strategic" });
        Assert.Contains(Text(metric, "better"), new[] { "higher", "lower", "band", "none" });
        Assert.Contains(Text(metric, "grain"), new[] { "day", "week", "month", "quarter", "year" });
        Assert.Subset(MetricNames.Select(row => row.Data).ToHashSet(), Names(metric, "drives").ToHashSet());
    }

    [Theory, MemberData(nameof(MetricNames))]
    public void Metric_has_a_test_with_rows(string name) =>
        Assert.Contains(Cases, test => Names((YamlMappingNode)test["query"], "metrics").Contains(name));

    [Fact]
    public void Names_are_used_once()
    {
        Assert.Equal(MetricNames.Count, MetricNames.Select(row => row.Data).Distinct().Count());
        Assert.Equal(Datasets.Count, Datasets.DistinctBy(dataset => Text(dataset, "dataset")).Count());
        Assert.Equal(TestNames.Count, TestNames.Select(row => row.Data).Distinct().Count());
    }

    [Theory, MemberData(nameof(TestNames))]
    public void Test_uses_known_columns_and_expects_every_metric_it_asks_for(string name)
    {
        var test = Cases.Single(candidate => Text(candidate, "test") == name);
        foreach (var (dataset, rows) in ((YamlMappingNode)test["rows"]).Children)
        {
            var columns = StoredColumns(Datasets.Single(candidate => Text(candidate, "dataset") == ((YamlScalarNode)dataset).Value)).ToHashSet();
            Assert.All((YamlSequenceNode)rows, row => Assert.Subset(columns, ((YamlMappingNode)row).Children.Keys.Select(key => ((YamlScalarNode)key).Value!).ToHashSet()));
        }
        var query = (YamlMappingNode)test["query"];
        string[] asked = ["period", .. Names(query, "by"), .. Names(query, "metrics")];
        Assert.All((YamlSequenceNode)test["expect"], row =>
            Assert.Equal(asked, ((YamlMappingNode)row).Children.Keys.Select(key => ((YamlScalarNode)key).Value!)));
    }

    [Theory, MemberData(nameof(DatasetNames))]
    public void Sample_file_has_exactly_the_columns_of_its_dataset(string name)
    {
        var dataset = SampleDatasets.Single(candidate => Text(candidate, "dataset") == name);
        var source = (YamlMappingNode)dataset["source"];
        var file = Company.Of(7, "2026-03-10")[Path.GetFileNameWithoutExtension(Text(source, "file"))];
        var renamed = source.Children.TryGetValue("names", out var names) ? (YamlMappingNode)names : [];
        var expected = StoredColumns(dataset).Select(column => renamed.Children.ContainsKey(column) ? Text(renamed, column) : column);

        Assert.Equal(expected.Order(), file.Names.Order());
    }
}
