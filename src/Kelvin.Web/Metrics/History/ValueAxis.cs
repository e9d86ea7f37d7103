using System.Collections.Immutable;

namespace Kelvin.Web.Metrics.History;

/// <summary>
/// Chooses the marks of a value axis: round numbers (1, 2 or 5 times a power of ten), evenly spaced, around all values.
/// Bars always start at zero. A line does too unless its values all lie far from it, where zero would flatten them.
/// </summary>
internal static class ValueAxis
{
    private const int Steps = 4;

    /// <summary>A line is cut when its values span less than this part of their distance from zero.</summary>
    private const double Flat = 0.35;

    public static ImmutableArray<double> Marks(IEnumerable<double> values, bool fromZero)
    {
        var known = values.Where(double.IsFinite).DefaultIfEmpty(0).ToArray();
        var (low, high) = (known.Min(), known.Max());
        var isCut = !fromZero && high > low && low * high > 0
            && high - low < Flat * Math.Max(Math.Abs(low), Math.Abs(high));
        if (!isCut)
            (low, high) = (Math.Min(low, 0), Math.Max(high, 0));
        if (high <= low)
            high = low + 1;
        var step = RoundStep((high - low) / Steps);
        var (first, last) = ((long)Math.Floor(low / step + 1e-9), (long)Math.Ceiling(high / step - 1e-9));
        return [.. Enumerable.Range(0, (int)(last - first) + 1).Select(index => (double)((decimal)step * (first + index)))];
    }

    private static double RoundStep(double rough)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        var digit = rough / power;
        return (digit <= 1 ? 1 : digit <= 2 ? 2 : digit <= 5 ? 5 : 10) * power;
    }
}
