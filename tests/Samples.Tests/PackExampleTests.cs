using System.Globalization;
using Kelvin.Calendars;
using Kelvin.Catalog;
using Kelvin.Compiler;
using Kelvin.Compiler.Frames;
using Kelvin.Engines.DuckDb;
using Kelvin.Packs;
using Kelvin.Queries.Asking;
using Kelvin.Queries.Warehouse;

namespace Kelvin.Samples.Tests;

/// <summary>The examples beside the packs' metrics, asked of the product: their answers were worked out by hand.</summary>
public sealed class PackExampleTests
{
    private static readonly MetricCatalog Catalog = CatalogLoader.Load(
        [.. ShippedPacks.Files, new DefinitionFile("kelvin.yaml", $"workspace: Packs\npacks: [{string.Join(", ", Names)}]\n", null)]);

    private static IEnumerable<string> Names => ShippedPacks.Files.Select(file => file.Pack!).Distinct();

    public static TheoryData<string> Examples { get; } = new(Catalog.Tests.Select(example => example.Name));

    [Theory, MemberData(nameof(Examples))]
    public async Task Example_gives_the_expected_answer(string name)
    {
        var example = Catalog.Tests.Single(candidate => candidate.Name == name);
        await using var warehouse = await DuckDbWarehouse.OpenInMemoryAsync(DuckDbSettings.Default, TestContext.Current.CancellationToken);
        Assert.Empty(await warehouse.PrepareAsync(Catalog, TestContext.Current.CancellationToken));
        foreach (var table in example.Tables)
            await LoadAsync(warehouse, table);
        using var cache = new AnswerCache();
        var asking = new AskMetric(new Packs(), warehouse, cache, TimeProvider.System);
        var query = new MetricQuery
        {
            Metrics = example.Query.Metrics,
            Grain = example.Query.Grain,
            Range = example.Query.Range,
            By = example.Query.By,
            Where = example.Query.Where,
        };

        var answer = await asking.AskAsync(query, Viewer.Everything, TestContext.Current.CancellationToken);

        Assert.Empty(answer.Issues);
        var expected = example.Expected.Select(Line).Order(StringComparer.Ordinal);
        Assert.Equal(expected, Rows(answer.Value!.Frame).Select(Line).Order(StringComparer.Ordinal));
    }

    private static async Task LoadAsync(DuckDbWarehouse warehouse, MetricTestTable table)
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("kelvin-example-").FullName, "rows.csv");
        var dataset = Catalog.Datasets[table.Dataset];
        var left = dataset.Columns.Where(column => column.IsStored && !table.Columns.Contains(column.Name)).ToList();
        Assert.All(left, column => Assert.True(column.IsOptional, $"{dataset.Name}.{column.Name} is left out and may not be missing."));
        string[] names = [.. table.Columns, .. left.Select(column => column.Name)];
        await File.WriteAllLinesAsync(path, table.Rows.Select(row => string.Join(',', row.Select(Field).Concat(left.Select(_ => ""))))
            .Prepend(string.Join(',', names)), TestContext.Current.CancellationToken);
        var request = new LoadRequest(dataset, path, LoadMode.Replace, TimeZoneInfo.Utc) { Format = FileFormat.Default with { Separator = ',' } };
        var loaded = await warehouse.LoadAsync(request, null, TestContext.Current.CancellationToken);
        Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
        Assert.Empty(loaded.Issues);
        Assert.Equal(table.Rows.Length, loaded.Value!.Accepted);
    }

    private static string Field(object? value) => value switch
    {
        null => "",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime moment => moment.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static IEnumerable<Dictionary<string, object?>> Rows(Frame frame) =>
        Enumerable.Range(0, frame.Count).Select(row => frame.Columns.ToDictionary(
            column => column.Name, column => column[row] is Period period ? Name(period) : column[row]));

    private static string Name(Period period) => period.Grain.Name switch
    {
        "year" => period.Start.ToString("yyyy", CultureInfo.InvariantCulture),
        "quarter" => $"{period.Start.Year}-Q{(period.Start.Month + 2) / 3}",
        "month" => period.Start.ToString("yyyy-MM", CultureInfo.InvariantCulture),
        "sprint" or "sprints.sprint" => $"Sprint {1 + (period.FirstDay.DayNumber - new DateOnly(2025, 1, 6).DayNumber) / 14}",
        _ => period.Start.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    };

    /// <summary>A row as text, numbers to eight decimals, as far as hand computation goes.</summary>
    private static string Line(IEnumerable<KeyValuePair<string, object?>> row) =>
        string.Join(", ", row.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}: " + pair.Value switch
        {
            null => "missing",
            string text => text,
            var number => Math.Round(Convert.ToDouble(number, CultureInfo.InvariantCulture), 8).ToString(CultureInfo.InvariantCulture),
        }));

    private sealed class Packs : ICurrentCatalog
    {
        public MetricCatalog Current => Catalog;
    }
}
