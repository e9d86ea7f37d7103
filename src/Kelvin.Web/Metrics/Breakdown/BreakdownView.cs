using System.Collections.Immutable;

namespace Kelvin.Web.Metrics.Breakdown;

/// <summary>A metric by a dimension, as it is shown.</summary>
/// <param name="Dimension">What the dimension is called.</param>
/// <param name="ValueName">What the value is called.</param>
/// <param name="ComparedName">What it is compared with, or null.</param>
/// <param name="Rows">Its parts, greatest first.</param>
public sealed record BreakdownView(string Dimension, string ValueName, string? ComparedName, ImmutableArray<BreakdownRow> Rows)
{
    /// <summary>The span of values that the bars are drawn on; it always holds zero.</summary>
    public (double Low, double High) Span
    {
        get
        {
            var known = Rows.SelectMany(row => new[] { row.Value, row.Compared }).OfType<double>().Append(0).ToArray();
            return (known.Min(), known.Max());
        }
    }
}
