using System.Globalization;
using Kelvin.Compiler.Binding;
using Kelvin.Language;

namespace Kelvin.Compiler.Pinning;

/// <summary>
/// Periods that arithmetic does not find are told apart in a statement one by one. Engines take thousands of them, which is
/// centuries of months; not any number.
/// </summary>
internal static class ListedSpans
{
    private const int Most = 10_000;

    /// <summary>The issue with a question whose rows lie in more periods of a grain that it names; else null.</summary>
    public static Issue? TooMany(BoundQuery query, Extents extents)
    {
        var calendar = query.Calendar;
        var named = calendar.Grains.Where(grain => !calendar.IsStandard(grain) && calendar.EqualPeriodsOf(grain) is null).ToList();
        if (named.Count == 0)
            return null;
        var written = query.ToString();
        foreach (var grain in named.Where(grain => written.Contains(grain.Name, StringComparison.Ordinal)))
            foreach (var (time, extent) in extents.ByTime)
                if (calendar.Periods(grain, calendar.Range(DateOnly.FromDateTime(extent.First), DateOnly.FromDateTime(extent.Last))).Skip(Most).Any())
                    return Issue.At(null, "query.too-many-listed",
                        ("dataset", time.Dataset), ("first", extent.First.Year.ToString(CultureInfo.InvariantCulture)), ("last", extent.Last.Year.ToString(CultureInfo.InvariantCulture)), ("most", Most), ("grain", grain.Name));
        return null;
    }
}
