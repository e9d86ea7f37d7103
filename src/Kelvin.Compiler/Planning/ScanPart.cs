using Kelvin.Calendars;
using Kelvin.Formulas;

namespace Kelvin.Compiler.Planning;

/// <summary>A column that a scan works out per group. Equal parts of a scan are worked out once.</summary>
/// <param name="Kind">How.</param>
/// <param name="Value">Of what; null for <see cref="PartKind.Rows"/>.</param>
/// <param name="Where">Only over rows for which this holds; null for all.</param>
/// <param name="Fraction">The fraction of a percentile.</param>
/// <param name="Within">Only over rows in this stretch of time; null for all that the scan reads.</param>
public sealed record ScanPart(PartKind Kind, RowExpression? Value, RowExpression? Where, decimal? Fraction, Period? Within = null)
{
    /// <summary>
    /// Whether its values are exact (decimal): counts, and sums, extremes and ends of exact numbers. Whether a number is
    /// exact is the business of the column it comes from.
    /// </summary>
    public bool IsCount => Kind is PartKind.Rows or PartKind.Known or PartKind.Holding or PartKind.Distinct or PartKind.Moments or PartKind.Before or PartKind.Returned;

    /// <inheritdoc />
    public override string ToString()
    {
        var value = Value is null ? "" : ExpressionText.Of(Value);
        var fraction = Fraction is null ? "" : FormattableString.Invariant($", {Fraction}");
        var where = Where is null ? "" : $" where {ExpressionText.Of(Where)}";
        var within = Within is { } period ? $" within {period.Start:yyyy-MM-dd}..{period.End:yyyy-MM-dd}" : "";
        return $"{Kind.ToString().ToLowerInvariant()}({value}{fraction}{where}){within}";
    }
}
