namespace Kelvin.Catalog;

/// <summary>Walks along to-one links.</summary>
public static class CatalogLinks
{
    /// <summary>The dataset at the end of these links, seen from a dataset. The links must exist.</summary>
    public static Dataset Follow(this MetricCatalog catalog, Dataset from, IEnumerable<string> links) =>
        links.Aggregate(from, (dataset, link) => catalog.Datasets[catalog.Link(dataset, link).To]);

    /// <summary>A link of a dataset by its name: one with a name of its own, or that of a link column. It must exist.</summary>
    public static DatasetLink Link(this MetricCatalog catalog, Dataset from, string name)
    {
        if (from.Links.FirstOrDefault(link => link.Name == name) is { } link)
            return link;
        var to = from.Find(name)!.LinksTo!;
        return new DatasetLink(name, to, [new LinkedColumns(name, catalog.Datasets[to].Key[0])]);
    }
}
