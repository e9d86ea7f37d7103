namespace Kelvin.Samples.Assortment;

/// <summary>A group of products with its own prices, margin and season.</summary>
/// <param name="Name">What the shop calls it.</param>
/// <param name="Noun">What one of its products is called after the model name.</param>
/// <param name="Popularity">Its weight among the categories over the year.</param>
/// <param name="MedianPrice">The typical list price in SEK without value added tax.</param>
/// <param name="CostRatio">Cost of goods as a part of the list price.</param>
/// <param name="ReturnRate">The part of lines bought at a distance that comes back.</param>
/// <param name="Supplier">Who makes it.</param>
/// <param name="SummerPull">How many times likelier it is bought in July than the average; winter goods are below 1.</param>
internal sealed record Category(
    string Name, string Noun, double Popularity, double MedianPrice, double CostRatio, double ReturnRate, Supplier Supplier, double SummerPull)
{
    public const string Backpacks = "Ryggsäckar";
    public const string SleepingBags = "Sovsäckar";

    public static IReadOnlyList<Category> All { get; } =
    [
        new("Tält", "tält", 0.8, 2400, 0.60, 0.06, Supplier.Canvas, 1.7),
        new(SleepingBags, "sovsäck", 0.8, 1100, 0.57, 0.07, Supplier.Down, 1.4),
        new(Backpacks, "ryggsäck", 1.3, 900, 0.55, 0.08, Supplier.Packs, 1.2),
        new("Kängor", "känga", 1.2, 1250, 0.56, 0.18, Supplier.Boots, 1.1),
        new("Skalplagg", "skaljacka", 1.3, 1450, 0.54, 0.14, Supplier.Shells, 0.9),
        new("Underställ", "underställ", 1.5, 420, 0.50, 0.07, Supplier.Wool, 0.5),
        new("Friluftskök", "kök", 1.1, 380, 0.58, 0.04, Supplier.Stoves, 1.5),
        new("Pannlampor", "pannlampa", 0.9, 340, 0.53, 0.05, Supplier.Lamps, 0.5),
        new("Längdskidor", "skida", 0.6, 1500, 0.62, 0.09, Supplier.Skis, 0.15),
        new("Paddling", "paddel", 0.5, 700, 0.57, 0.06, Supplier.Paddles, 1.9),
    ];

    /// <summary>Its weight in a month: a cosine over the year with its top in July.</summary>
    public double WeightIn(int month)
    {
        var summer = (1 + Math.Cos(2 * Math.PI * (month - 7) / 12)) / 2;
        return Popularity * (SummerPull * summer + (2 - SummerPull) * (1 - summer));
    }
}
