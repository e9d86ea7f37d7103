namespace Kelvin.Queries.Trusting;

/// <summary>What a value usually is: the median of those like it, which a single odd one does not move.</summary>
public static class UsualValue
{
    /// <summary>How many earlier values are looked at.</summary>
    public const int Most = 8;

    /// <summary>With fewer of them nothing is usual yet.</summary>
    public const int Fewest = 4;

    /// <summary>The median of earlier values; null with too few.</summary>
    public static double? Of(IEnumerable<double> earlier)
    {
        var sorted = earlier.Order().ToList();
        return sorted.Count < Fewest ? null : (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }

    /// <summary>Whether a value is within a part of what is usual.</summary>
    public static bool IsWithin(double value, double usual, double part) => Math.Abs(value - usual) <= part * Math.Abs(usual);
}
