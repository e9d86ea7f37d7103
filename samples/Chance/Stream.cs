namespace Kelvin.Samples.Chance;

/// <summary>The parts of the company that draw numbers independently of each other.</summary>
internal enum Stream
{
    Assortment = 1,
    Demand,
    Customers,
    Delivery,
    Returns,
    Advertising,
    Selling,
    Supply,
}
