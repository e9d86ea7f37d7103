namespace Kelvin.Queries.Trusting;

/// <summary>
/// How far a distribution has moved: the population stability index, Σ (q − p) · ln(q / p) over the parts p before and q now
/// (Siddiqi, Credit Risk Scorecards, 2006). Under 0.1 little has changed, from 0.2 or 0.25 on much.
/// </summary>
public static class PopulationStability
{
    /// <summary>A class that is empty on one side counts as this part, for its logarithm has no value.</summary>
    private const double Least = 1e-4;

    /// <summary>The index of two countings of the same classes; 0 when their parts are equal, and null when one of them is empty.</summary>
    public static double? Index(IReadOnlyList<double> before, IReadOnlyList<double> now)
    {
        var (all, allNow) = (before.Sum(), now.Sum());
        if (all <= 0 || allNow <= 0)
            return null;
        var index = 0.0;
        for (var at = 0; at < before.Count; at++)
        {
            var (p, q) = (Math.Max(before[at] / all, Least), Math.Max(now[at] / allNow, Least));
            index += (q - p) * Math.Log(q / p);
        }
        return index;
    }
}
