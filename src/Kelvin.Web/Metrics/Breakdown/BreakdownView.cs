using System.Collections.Immutable;

namespace Kelvin.Web.Metrics.Breakdown;

/// <summary>A metric by a dimension, as it is shown.</summary>
/// <param name="Dimension">What the dimension is called.</param>
/// <param name="Value">What the value is called.</param>
/// <param name="Compared">What it is compared with, or null.</param>
/// <param name="Change">The head of the changes.</param>
/// <param name="Rows">Its parts, in order.</param>
public sealed record BreakdownView(SortHead Dimension, SortHead Value, SortHead? Compared, SortHead Change, ImmutableArray<BreakdownRow> Rows)
{
    /// <summary>The parts that are not shown, summed; null where there are none or they do not add up.</summary>
    public BreakdownRow? Rest { get; init; }

    /// <summary>The metric undivided, or null.</summary>
    public BreakdownRow? Whole { get; init; }

    /// <summary>What there is to know about the parts that are shown and those that are not.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    /// <summary>Whether what they are compared with is known in part only; then no change is shown, as it would mislead.</summary>
    public bool IsComparedInPart { get; init; }

    /// <summary>Whether parts have a share of the whole.</summary>
    public bool HasShares => Rows.Any(row => row.Share is not null);

    /// <summary>The span of values that the bars are drawn on; it always holds zero.</summary>
    public (double Low, double High) Span
    {
        get
        {
            var known = Rows.Concat(Rest is null ? [] : [Rest]).SelectMany(row => new[] { row.Value, row.Compared }).OfType<double>().Append(0).ToArray();
            return (known.Min(), known.Max());
        }
    }
}
