using Kelvin.Samples.Chance;
using Kelvin.Samples.Files;

namespace Kelvin.Samples.Assortment;

/// <summary>What is left of each product, and the purchases that fill it up.</summary>
internal sealed class Stock
{
    private const string Site = "Borås";
    private const double SafetyDays = 9;
    private const double OrderDays = 30;
    private const double FirstUnitsPerDay = 270;

    private readonly Catalogue _catalogue;
    private readonly PlantedProblems _problems;
    private readonly Dice _dice;
    private readonly int[] _left;
    private readonly int[] _sold;
    private readonly int[] _ordered;
    private readonly double[] _perDay;
    private readonly Dictionary<DateOnly, List<(int Product, int Quantity)>> _arrivals = [];
    private int _purchases;

    public Stock(Catalogue catalogue, PlantedProblems problems, Dice dice)
    {
        (_catalogue, _problems, _dice) = (catalogue, problems, dice);
        var count = catalogue.Products.Count;
        (_left, _sold, _ordered, _perDay) = (new int[count], new int[count], new int[count], new double[count]);
        var total = catalogue.Products.Sum(Weight);
        foreach (var product in catalogue.Products)
        {
            _perDay[product.Index] = FirstUnitsPerDay * Weight(product) / total;
            _left[product.Index] = (int)(_perDay[product.Index] * (product.Category.Supplier.MedianDays + OrderDays)) + 5;
        }
        double Weight(Product product) => product.Popularity * product.Category.WeightIn(problems.HistoryFrom.Month);
    }

    /// <summary>Takes as many as there are, at most what is asked for.</summary>
    public int Take(Product product, int quantity)
    {
        var taken = Math.Min(quantity, _left[product.Index]);
        _left[product.Index] -= taken;
        _sold[product.Index] += quantity;
        return taken;
    }

    /// <summary>Receives what arrives, writes the day's stock, and orders what will run short.</summary>
    public void CloseDay(DateOnly day, CompanyFiles files)
    {
        if (_arrivals.Remove(day, out var arrivals))
        {
            foreach (var (product, quantity) in arrivals)
            {
                _left[product] += quantity;
                _ordered[product] -= quantity;
            }
        }
        foreach (var product in _catalogue.Products)
        {
            var index = product.Index;
            _perDay[index] = 0.96 * _perDay[index] + 0.04 * _sold[index];
            _sold[index] = 0;
            files.StockLevels.Add(day).Add(product.Id).Add(Site).Add(_left[index]).Add(product.Cost).EndRow();
            var cover = _perDay[index] * (product.Category.Supplier.MedianDays + SafetyDays);
            if (_left[index] + _ordered[index] < cover)
                Purchase(product, day, (int)(cover + _perDay[index] * OrderDays) - _left[index] - _ordered[index] + 1, files.PurchaseOrders);
        }
    }

    private void Purchase(Product product, DateOnly day, int quantity, CsvFile file)
    {
        var supplier = product.Category.Supplier;
        var isDelayed = product.Category.Name == Category.SleepingBags && day >= _problems.SleepingBagDelaysFrom;
        var days = _dice.LogNormal(supplier.MedianDays * (isDelayed ? 2.1 : 1), 0.18);
        var received = day.AddDays((int)Math.Round(days));
        _ordered[product.Index] += quantity;
        if (!_arrivals.TryGetValue(received, out var arrivals))
            _arrivals[received] = arrivals = [];
        arrivals.Add((product.Index, quantity));
        file.Add($"I{20001 + _purchases++}").Add(supplier.Id).Add(product.Id).Add(day)
            .Add(day.AddDays((int)(supplier.MedianDays * 1.2)))
            .Add(received < _problems.Today ? received : null).EndRow();
    }
}
