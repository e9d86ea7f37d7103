using Kelvin.Samples.Assortment;
using Kelvin.Samples.Chance;
using Kelvin.Samples.Seasons;

namespace Kelvin.Samples.Shopping;

/// <summary>Fills baskets: what, how many, and at what discount.</summary>
internal sealed class Basket(Catalogue catalogue, Stock stock, PlantedProblems problems, Dice dice)
{
    public IEnumerable<OrderLine> Fill(string order, SalesChannel channel, DateOnly day)
    {
        var lines = 1 + dice.Poisson(channel switch { SalesChannel.Web => 1.3, SalesChannel.Store => 1.0, _ => 3.6 });
        for (var line = 1; line <= lines; line++)
        {
            var wanted = channel == SalesChannel.Business ? 1 + dice.Poisson(1.4) : dice.Chance(0.13) ? 2 : 1;
            var (product, quantity) = Choose(day, wanted);
            var list = product.Price * quantity;
            var discount = Math.Round(list * (decimal)Discount(product, channel, day), 2);
            yield return new OrderLine($"{order}-{line}", product, quantity, list, discount);
        }
    }

    /// <summary>What is sold out is mostly replaced by something else; the last choice is taken as a back order.</summary>
    private (Product Product, int Quantity) Choose(DateOnly day, int wanted)
    {
        var product = dice.Pick(catalogue.In(day.Month));
        for (var attempt = 0; attempt < 5; attempt++)
        {
            if (stock.Take(product, wanted) is > 0 and var taken)
                return (product, taken);
            product = dice.Pick(catalogue.In(day.Month));
        }
        return (product, 1);
    }

    private double Discount(Product product, SalesChannel channel, DateOnly day)
    {
        var ordinary = channel == SalesChannel.Business ? 0.10
            : Demand.IsBlackWeek(day) && dice.Chance(0.65) ? 0.05 * dice.Whole(3, 7)
            : dice.Chance(0.16) ? 0.05 * dice.Whole(2, 5)
            : 0;
        if (product.Category.Name != Category.Backpacks)
            return ordinary;
        return Math.Min(0.45, ordinary + Math.Round(0.30 * problems.BackpackErosion(day), 2));
    }
}
