using Kelvin.Samples.Shopping;

namespace Kelvin.Samples.Seasons;

/// <summary>How many orders are to be expected on a day: growth, the year, the week, campaigns and holidays.</summary>
internal sealed class Demand(DateOnly start)
{
    private const double GrowthPerYear = 1.12;

    // Outdoor equipment: a summer season, and Christmas. The middle of each month from January.
    private static readonly double[] Months = [0.82, 0.82, 0.88, 1.00, 1.15, 1.24, 1.08, 1.12, 0.98, 0.90, 0.98, 1.12];

    public double Expected(SalesChannel channel, DateOnly day) =>
        PerDay(channel) * Growth(day) * TimeOfYear(day) * WeekdayOf(channel, day) * HolidayOf(channel, day) * Sales(channel, day);

    /// <summary>The week that begins on the Monday before Black Friday, with the Monday after it.</summary>
    public static bool IsBlackWeek(DateOnly day) =>
        day.DayNumber - SwedishDays.BlackFriday(day.Year).DayNumber is >= -4 and <= 3;

    private static double PerDay(SalesChannel channel) => channel switch
    {
        SalesChannel.Web => 42,
        SalesChannel.Store => 20,
        _ => 9,
    };

    private double Growth(DateOnly day) => Math.Pow(GrowthPerYear, (day.DayNumber - start.DayNumber) / 365.25);

    private static double TimeOfYear(DateOnly day)
    {
        var fromMiddle = (day.Day - 15) / 30.0;
        var neighbour = Months[(day.Month - 1 + (fromMiddle < 0 ? 11 : 1)) % 12];
        return Months[day.Month - 1] * (1 - Math.Abs(fromMiddle)) + neighbour * Math.Abs(fromMiddle);
    }

    private static double WeekdayOf(SalesChannel channel, DateOnly day) => (channel, day.DayOfWeek) switch
    {
        (SalesChannel.Web, DayOfWeek.Sunday) => 1.20,
        (SalesChannel.Web, DayOfWeek.Monday) => 1.12,
        (SalesChannel.Web, DayOfWeek.Friday) => 0.90,
        (SalesChannel.Web, DayOfWeek.Saturday) => 0.85,
        (SalesChannel.Web, _) => 0.98,
        (SalesChannel.Store, DayOfWeek.Saturday) => 1.70,
        (SalesChannel.Store, DayOfWeek.Sunday) => 0.85,
        (SalesChannel.Store, DayOfWeek.Friday) => 1.10,
        (SalesChannel.Store, _) => 0.83,
        (_, DayOfWeek.Saturday or DayOfWeek.Sunday) => 0.04,
        _ => 1.38,
    };

    private static double HolidayOf(SalesChannel channel, DateOnly day)
    {
        if (SwedishDays.IsHoliday(day))
            return channel switch { SalesChannel.Web => 0.60, SalesChannel.Store => 0.10, _ => 0.03 };
        return channel == SalesChannel.Business && day.Month == 7 ? 0.45 : 1;
    }

    private static double Sales(SalesChannel channel, DateOnly day)
    {
        if (channel == SalesChannel.Business)
            return 1;
        if (IsBlackWeek(day))
            return (day.DayNumber - SwedishDays.BlackFriday(day.Year).DayNumber) switch { 0 => 4.2, 3 => 2.4, > 0 => 2.1, _ => 1.6 };
        return day is { Month: 12, Day: >= 8 and <= 22 } ? 1.45 : 1;
    }
}
