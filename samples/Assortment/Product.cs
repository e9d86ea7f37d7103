namespace Kelvin.Samples.Assortment;

/// <summary>Something for sale; prices are for one, in SEK without value added tax.</summary>
internal sealed record Product(int Index, string Name, Category Category, decimal Price, decimal Cost, double Popularity)
{
    public string Id { get; } = $"P{1001 + Index}";
}
