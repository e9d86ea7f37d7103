using Kelvin.Catalog;
using Kelvin.Engines.DuckDb;
using Kelvin.Packs;
using Kelvin.Queries.Warehouse;

namespace Kelvin.Samples.Tests;

/// <summary>The company's own definitions, read by the product, and its files, imported by it.</summary>
public sealed class ImportTests
{
    private static readonly Company Company = Company.Of(7, "2026-03-10");

    private static readonly MetricCatalog Catalog = CatalogLoader.Load(
    [
        .. ShippedPacks.Files,
        .. Directory.EnumerateFiles(Company.Folder, "*.yaml").Order(StringComparer.Ordinal)
            .Select(path => new DefinitionFile(Path.GetFileName(path), File.ReadAllText(path), null)),
    ]);

    /// <summary>Datasets that files fill; those of forms people do.</summary>
    private static IEnumerable<Dataset> Imported => Catalog.Datasets.Values.Where(dataset => !Catalog.Forms.ContainsKey(dataset.Name));

    [Fact]
    public void Definitions_of_the_company_and_its_packs_are_sound()
    {
        Assert.Empty(Catalog.Issues);
        Assert.Equal(PackFiles.OfSample.Count(document => document.Children.ContainsKey("metric")), Catalog.Metrics.Values.Count(metric => metric.Pack is not null));
        Assert.Equal(PackFiles.SampleDatasets.Count, Imported.Count());
        Assert.Equal(["customer_satisfaction", "sales_cost_corrections", "staff_plan"], Catalog.Forms.Keys);
    }

    [Fact]
    public async Task Import_takes_every_row_but_the_documented_ones()
    {
        await using var warehouse = await DuckDbWarehouse.OpenInMemoryAsync(DuckDbSettings.Default, TestContext.Current.CancellationToken);
        Assert.Empty(await warehouse.PrepareAsync(Catalog, TestContext.Current.CancellationToken));
        var rejected = new Dictionary<string, long>
        {
            ["orders"] = DirtyRows.OrdersWithBadTimes + DirtyRows.DuplicateOrders,
            ["order_lines"] = DirtyRows.LinesWithBadAmounts,
            ["campaign_days"] = DirtyRows.DuplicateCampaignDays,
            ["leads"] = DirtyRows.LeadsWithBadTimes,
        };
        foreach (var dataset in Imported)
        {
            var file = Assert.IsType<DatasetSource.Files>(dataset.Source).Format.File!;
            var request = new LoadRequest(dataset, Path.Combine(Company.Folder, file), LoadMode.Replace, Catalog.Settings.Zone);
            var loaded = await warehouse.LoadAsync(request, null, TestContext.Current.CancellationToken);

            var expected = rejected.GetValueOrDefault(dataset.Name);
            var rows = Company[Path.GetFileNameWithoutExtension(file)].Rows.Count;
            Assert.True(loaded.IsSound, dataset.Name);
            Assert.Equal((dataset.Name, expected, rows - expected), (dataset.Name, loaded.Value.Rejected, loaded.Value.Accepted));
        }
    }
}
