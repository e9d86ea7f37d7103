using Kelvin.Samples.Chance;
using Kelvin.Samples.Delivery;
using Kelvin.Samples.Files;
using Kelvin.Samples.Seasons;

namespace Kelvin.Samples.Shopping;

/// <summary>Takes the orders of a day in all three channels, and writes those that the files get to know of.</summary>
internal sealed class Shop(
    Demand demand, CustomerBase customers, Basket basket, Warehouse warehouse, ReturnsDesk returns,
    PlantedProblems problems, Dice dice, CompanyFiles files)
{
    private const double CancelledRate = 0.018;
    private const double KnownInStore = 0.5;

    private int _orders;

    public void Open(DateOnly day)
    {
        foreach (var (at, channel) in Arrivals(day))
            TakeOrder(day, at, channel);
    }

    private List<(DateTime At, SalesChannel Channel)> Arrivals(DateOnly day)
    {
        var arrivals = new List<(DateTime At, SalesChannel Channel)>();
        foreach (var channel in Enum.GetValues<SalesChannel>())
        {
            for (var count = dice.Poisson(demand.Expected(channel, day)); count > 0; count--)
                arrivals.Add((day.ToDateTime(TimeIn(channel)), channel));
        }
        arrivals.Sort();
        return arrivals;
    }

    private TimeOnly TimeIn(SalesChannel channel)
    {
        var hour = channel switch
        {
            SalesChannel.Web => dice.Chance(0.55) ? dice.Whole(17, 22) : dice.Whole(6, 23),
            SalesChannel.Store => dice.Whole(10, 18),
            _ => dice.Whole(8, 16),
        };
        return new TimeOnly(hour, dice.Whole(0, 59), dice.Whole(0, 59));
    }

    private void TakeOrder(DateOnly day, DateTime at, SalesChannel channel)
    {
        var id = $"B{100001 + _orders++}";
        var customer = channel switch
        {
            SalesChannel.Business => customers.Business(),
            SalesChannel.Store when !dice.Chance(KnownInStore) => null,
            _ => customers.Consumer(at, channel == SalesChannel.Store),
        };
        var isCancelled = channel != SalesChannel.Store && dice.Chance(CancelledRate);
        var parcel = channel == SalesChannel.Store ? null : warehouse.Send(at, customer!.Country);
        var isReported = IsReported(day, channel);
        if (isReported)
            Write(id, customer, channel, at, parcel, isCancelled);
        foreach (var line in basket.Fill(id, channel, day))
        {
            if (!isReported)
                continue;
            Write(id, line);
            if (!isCancelled)
                returns.Consider(line, channel, parcel?.DeliveredAt ?? at);
        }
    }

    /// <summary>One day was lost on the way; the stores report the last days late.</summary>
    private bool IsReported(DateOnly day, SalesChannel channel)
    {
        if (day == problems.GapOn)
            return false;
        var missing = (problems.Today.DayNumber - day.DayNumber) switch { 1 => 0.45, 2 => 0.20, 3 => 0.08, _ => 0 };
        return channel != SalesChannel.Store || !dice.Chance(missing);
    }

    private void Write(string id, Customer? customer, SalesChannel channel, DateTime at, Parcel? parcel, bool isCancelled)
    {
        var name = channel switch { SalesChannel.Web => "web", SalesChannel.Store => "store", _ => "b2b" };
        files.Orders.Add(id).Add(customer?.Id).Add(name).Add(isCancelled ? "cancelled" : parcel?.Status ?? "delivered").Add(at)
            .Add(parcel?.PromisedOn).Add(isCancelled ? null : parcel?.KnownDeliveredAt).Add(isCancelled ? null : parcel?.Carrier.Name).EndRow();
    }

    private void Write(string order, OrderLine line) =>
        files.OrderLines.Add(line.Id).Add(order).Add(line.Product.Id).Add(line.Quantity)
            .Add(line.ListAmount).Add(line.Discount).Add(line.Amount).Add(line.Cost).EndRow();
}
