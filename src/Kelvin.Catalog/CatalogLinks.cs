namespace Kelvin.Catalog;

/// <summary>Walks along to-one links.</summary>
public static class CatalogLinks
{
    /// <summary>The dataset at the end of these link columns, seen from a dataset. The links must exist.</summary>
    public static Dataset Follow(this MetricCatalog catalog, Dataset from, IEnumerable<string> links) =>
        links.Aggregate(from, (dataset, link) => catalog.Datasets[dataset.Find(link)!.LinksTo!]);
}
