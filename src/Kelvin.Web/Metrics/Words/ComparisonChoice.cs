using Kelvin.Calendars;
using Kelvin.Web.Reading;

namespace Kelvin.Web.Metrics.Words;

/// <summary>The comparisons that a page offers, and what they are called.</summary>
internal static class ComparisonChoice
{
    /// <summary>What stands in the address when a person wants none.</summary>
    public const string None = "none";

    /// <summary>
    /// What a metric is compared with until someone says otherwise: a year back, since most businesses have seasons;
    /// days against the same weekday.
    /// </summary>
    public static Comparison UsualFor(Grain grain) =>
        grain == Grain.Day || grain.IsWithinDay ? new Comparison.SameWeekdayLastYear() : new Comparison.SamePeriodLastYear();

    /// <summary>The comparison's name, as a heading: <c>Året innan</c>.</summary>
    public static string Name(Comparison comparison, Reader reader) => reader.Say("compare." + Key(comparison));

    /// <summary>The comparison in a sentence: <c>mot samma månad i fjol</c>.</summary>
    public static string Against(Comparison comparison, Grain grain, Reader reader) =>
        reader.Say($"against.{Key(comparison)}.{(Grain.Standard.Contains(grain) ? grain.Name : "range")}");

    private static string Key(Comparison comparison) => comparison switch
    {
        Comparison.PreviousPeriod => "previous",
        Comparison.SamePeriodLastYear => "year",
        Comparison.SameWeekdayLastYear => "weekday",
        Comparison.SameWorkingDayLastYear => "working-day",
        _ => throw new ArgumentOutOfRangeException(nameof(comparison), comparison, null),
    };
}
