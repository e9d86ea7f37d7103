using System.Globalization;

namespace Cases.Tests.Laws;

/// <summary>The periods of a question, day by day.</summary>
internal static class PlainPeriods
{
    /// <summary>The periods, and how they are told; those of everything are whole, those of a range end where it does.</summary>
    public static IEnumerable<(string Key, Days Days)> Of(PlainQuestion question, Days range) =>
        question.Grain is not { } grain ? [("", range)] : range.Each()
            .Select(day => question.Options.Further is { } further ? Common(Period(grain, day), Period(further, day)) : Period(grain, day))
            .Select(period => question.Range.Days is null ? period : Common(period, range))
            .Distinct().Select(period => (period.First.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), period));

    private static Days Common(Days one, Days other) =>
        new(one.First > other.First ? one.First : other.First, one.Last < other.Last ? one.Last : other.Last);

    private static Days Period(string grain, DateOnly day)
    {
        if (grain == "day")
            return new(day, day);
        var first = grain == "week" ? day.AddDays(-(((int)day.DayOfWeek + 6) % 7)) : new DateOnly(day.Year, day.Month, 1);
        return new(first, grain == "week" ? first.AddDays(6) : first.AddMonths(1).AddDays(-1));
    }
}
