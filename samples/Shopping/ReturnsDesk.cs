using Kelvin.Samples.Chance;
using Kelvin.Samples.Files;

namespace Kelvin.Samples.Shopping;

/// <summary>Takes back what did not fit.</summary>
internal sealed class ReturnsDesk(Dice dice, DateOnly today, CsvFile file)
{
    private static readonly Weighted<string> Reasons = new(("size", 0.46), ("regret", 0.30), ("damaged", 0.09), ("wrong item", 0.15));

    private int _count;

    public void Consider(OrderLine line, SalesChannel channel, DateTime received)
    {
        var rate = line.Product.Category.ReturnRate * channel switch { SalesChannel.Web => 1, SalesChannel.Store => 0.35, _ => 0.2 };
        if (!dice.Chance(rate))
            return;
        var returned = DateOnly.FromDateTime(received.AddDays(2 + dice.Exponential(8)));
        var units = line.Quantity == 1 ? 1 : dice.Whole(1, line.Quantity);
        var reason = dice.Pick(Reasons);
        if (returned < today)
            file.Add($"R{40001 + _count++}").Add(line.Id).Add(returned).Add(reason).Add(Math.Round(line.Amount * units / line.Quantity, 2)).EndRow();
    }
}
