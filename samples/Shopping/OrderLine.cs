using Kelvin.Samples.Assortment;

namespace Kelvin.Samples.Shopping;

/// <summary>A row of an order, in SEK without value added tax.</summary>
internal sealed record OrderLine(string Id, Product Product, int Quantity, decimal ListAmount, decimal Discount)
{
    public decimal Amount => ListAmount - Discount;

    public decimal Cost => Math.Round(Product.Cost * Quantity, 2);
}
