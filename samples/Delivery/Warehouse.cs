using Kelvin.Samples.Chance;
using Kelvin.Samples.Seasons;

namespace Kelvin.Samples.Delivery;

/// <summary>Packs orders on working days and hands them to carriers.</summary>
internal sealed class Warehouse(Dice dice, PlantedProblems problems)
{
    private const int CutOffHour = 14;
    private const double MeanHoursUntilReported = 12;

    private readonly DateTime _end = problems.Today.ToDateTime(TimeOnly.MinValue);

    public Parcel Send(DateTime ordered, string country)
    {
        var day = DateOnly.FromDateTime(ordered);
        var planned = SwedishDays.IsWorkingDay(day) && ordered.Hour < CutOffHour ? day : SwedishDays.AddWorkingDays(day, 1);
        var shipped = IsPeak(day) && dice.Chance(0.35) ? SwedishDays.AddWorkingDays(planned, 1) : planned;
        var carrier = dice.Pick(Carrier.To(country));
        var transit = Carrier.DaysTo(country);
        var arrival = SwedishDays.AddWorkingDays(shipped, transit + Delay(carrier, country, shipped));
        var delivered = arrival.ToDateTime(new TimeOnly(dice.Whole(9, 20), dice.Whole(0, 59), dice.Whole(0, 59)));
        // Carriers report in batches, so the latest deliveries are not yet known.
        var isKnown = delivered.AddHours(dice.Exponential(MeanHoursUntilReported)) < _end;
        var status = isKnown ? "delivered" : shipped < problems.Today ? "shipped" : "open";
        return new Parcel(carrier, SwedishDays.AddWorkingDays(planned, transit + 1), delivered, isKnown ? delivered : null, status);
    }

    private int Delay(Carrier carrier, string country, DateOnly shipped)
    {
        if (carrier == Carrier.Vidfrakt && country == "NO" && shipped >= problems.NorwayLateFrom)
            return dice.Chance(0.75) ? 1 + dice.Poisson(1.7) : 0;
        return dice.Chance(carrier.DelayChance) ? 1 + dice.Poisson(0.4) : 0;
    }

    private static bool IsPeak(DateOnly day) => Demand.IsBlackWeek(day) || day is { Month: 12, Day: >= 8 and <= 20 };
}
