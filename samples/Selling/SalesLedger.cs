using Kelvin.Samples.Chance;
using Kelvin.Samples.Files;

namespace Kelvin.Samples.Selling;

/// <summary>What the sales organisation costs each month.</summary>
internal sealed class SalesLedger(Dice dice, int firstYear, CsvFile file)
{
    private const decimal CommissionRate = 0.02m;
    private const decimal FirstWages = 196_000m;
    private const decimal RaisePerYear = 0.03m;

    private decimal _won;

    public void Book(Won won) => _won += won.Value;

    /// <summary>Writes the costs of the month that ends with this day. A month that has not ended is not yet booked.</summary>
    public void CloseDay(DateOnly day)
    {
        if (day.AddDays(1).Day != 1)
            return;
        var month = new DateOnly(day.Year, day.Month, 1);
        var wages = FirstWages * (1 + RaisePerYear * (month.Year - firstYear));
        file.Add(month).Add("Löner").Add(wages).EndRow();
        file.Add(month).Add("Resor").Add(Math.Round((decimal)dice.LogNormal(14_000, 0.25), 2)).EndRow();
        file.Add(month).Add("Provisioner").Add(Math.Round(_won * CommissionRate, 2)).EndRow();
        _won = 0;
    }
}
