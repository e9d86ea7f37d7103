namespace Kelvin.Web.Metrics.Breakdown;

/// <summary>The head of a column that orders its table.</summary>
/// <param name="Text">What the column is called.</param>
/// <param name="Href">Where the table is in the other order.</param>
/// <param name="Order">How the table is ordered by it, in the words of <c>aria-sort</c>; null when it is not.</param>
public sealed record SortHead(string Text, string? Href = null, string? Order = null);
