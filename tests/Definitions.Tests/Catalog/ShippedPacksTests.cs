using Kelvin.Catalog;
using Kelvin.Packs;

namespace Definitions.Tests.Catalog;

public sealed class ShippedPacksTests
{
    private static readonly MetricCatalog All = CatalogLoader.Load(
        [new("kelvin.yaml", $"workspace: Björkvik\npacks: [{string.Join(", ", Names)}]", null), .. ShippedPacks.Files]);

    private static IEnumerable<string> Names => ShippedPacks.Files.Select(file => file.Pack!).Distinct();

    [Fact]
    public void Every_pack_is_without_issues() => All.Faultless();

    [Fact]
    public void Every_pack_brings_metrics_and_tests() =>
        Assert.All(Names, name =>
        {
            Assert.Contains(All.Metrics.Values, metric => metric.Pack == name);
            Assert.Contains(All.Tests, test => test.Pack == name);
        });

    [Fact]
    public void A_workspace_that_lists_no_pack_has_none()
    {
        var catalog = CatalogLoader.Load([new("kelvin.yaml", "workspace: Björkvik", null), .. ShippedPacks.Files]).Faultless();
        Assert.Empty(catalog.Metrics);
    }
}
