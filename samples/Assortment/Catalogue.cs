using Kelvin.Samples.Chance;
using Kelvin.Samples.Files;

namespace Kelvin.Samples.Assortment;

/// <summary>The products, and how likely each is to be bought in a month.</summary>
internal sealed class Catalogue
{
    private const int ProductsPerCategory = 20;

    private static readonly string[] Models =
    [
        "Rönn", "Sälg", "Hägg", "Lärk", "Tall", "Ripa", "Järv", "Lom", "Vråk", "Tjäder",
        "Vidde", "Kåsa", "Myr", "Hed", "Strand", "Fors", "Hällar", "Klinta", "Brant", "Skare",
    ];

    private readonly Weighted<Product>[] _byMonth;

    public Catalogue(Dice dice)
    {
        var products = new List<Product>();
        foreach (var category in Category.All)
        {
            for (var rank = 0; rank < ProductsPerCategory; rank++)
            {
                var price = Math.Round((decimal)dice.LogNormal(category.MedianPrice, 0.35) / 10) * 10 + 9.20m;
                var cost = Math.Round(price * (decimal)(category.CostRatio + dice.Between(-0.03, 0.03)), 2);
                // A few favourites and a long tail, after Zipf.
                products.Add(new Product(products.Count, $"{Models[rank]} {category.Noun}", category, price, cost, 1 / (rank + 1.5)));
            }
        }
        Products = products;
        _byMonth = [.. Enumerable.Range(1, 12).Select(month =>
            new Weighted<Product>(products.Select(product => (product, product.Popularity * product.Category.WeightIn(month)))))];
    }

    public IReadOnlyList<Product> Products { get; }

    public Weighted<Product> In(int month) => _byMonth[month - 1];

    public void Write(CsvFile file)
    {
        foreach (var product in Products)
            file.Add(product.Id).Add(product.Name).Add(product.Category.Name).EndRow();
    }
}
