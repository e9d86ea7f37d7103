namespace Kelvin.Quantities;

/// <summary>
/// What may be added, compared and multiplied. Like goes with like; lengths of time convert to the left one's unit; a number
/// without dimension goes with a share, so that <c>1 - churn</c> is a share.
/// </summary>
public static class UnitRules
{
    /// <summary>
    /// The unit of <c>left + right</c>. Shares add up to a share (parts of a whole); a share plus points is a share.
    /// </summary>
    public static UnitSum Add(Unit left, Unit right) => Fit(left, right, (one, other) =>
        one == DimensionlessKind.Share || other == DimensionlessKind.Share ? Unit.Share
        : one == DimensionlessKind.SharePoints || other == DimensionlessKind.SharePoints ? Unit.SharePoints
        : Unit.None);

    /// <summary>
    /// The unit of <c>left - right</c>. A share less a share is in points; a share less points is a share; a number less
    /// a share, or a share less a number, is a share: <c>1 - churn</c>, <c>sales / sales_last_year - 1</c>.
    /// </summary>
    public static UnitSum Subtract(Unit left, Unit right) => Fit(left, right, (one, other) =>
        one == DimensionlessKind.Share && other == DimensionlessKind.Share ? Unit.SharePoints
        : one == DimensionlessKind.Share || other == DimensionlessKind.Share ? Unit.Share
        : one == DimensionlessKind.SharePoints || other == DimensionlessKind.SharePoints ? Unit.SharePoints
        : Unit.None);

    /// <summary>
    /// Whether <c>left &lt; right</c> and its kin make sense, and the unit both are in. The same goes for
    /// <c>coalesce</c>, <c>least</c>, <c>greatest</c> and the branches of <c>case</c>, whose result has that unit.
    /// </summary>
    public static UnitSum Compare(Unit left, Unit right) => Fit(left, right, (one, other) =>
        one == other || other == DimensionlessKind.Number ? Of(one)
        : one == DimensionlessKind.Number ? Of(other)
        : Unit.Share);

    /// <summary>
    /// The unit of <c>left * right</c>. Always fits; lengths of time on the right are first put in the left one's, so that
    /// <c>SEK per hour</c> times days is money.
    /// </summary>
    public static UnitSum.Fits Multiply(Unit left, Unit right)
    {
        var (aligned, factor) = right.InDurationsOf(left);
        return new UnitSum.Fits(left * aligned, factor);
    }

    /// <summary>The unit of <c>left / right</c>. Always fits; hours by days is a share, the days first put in hours.</summary>
    public static UnitSum.Fits Divide(Unit left, Unit right)
    {
        var (aligned, factor) = right.InDurationsOf(left);
        return new UnitSum.Fits(left / aligned, factor);
    }

    private static UnitSum Fit(Unit left, Unit right, Func<DimensionlessKind, DimensionlessKind, Unit> dimensionless)
    {
        if (left.IsDimensionless && right.IsDimensionless)
            return new UnitSum.Fits(dimensionless(left.Kind, right.Kind), 1);
        if (right.ConversionTo(left) is { } factor)
            return new UnitSum.Fits(left, factor);
        return new UnitSum.Clashes(left, right, Reason(left, right));
    }

    private static UnitClash Reason(Unit left, Unit right) =>
        left.Equals(Unit.None) || right.Equals(Unit.None) ? UnitClash.NumberAndUnit
        : WithOneCurrency(left).ConversionTo(WithOneCurrency(right)) is not null ? UnitClash.DifferentCurrencies
        : UnitClash.DifferentThings;

    /// <summary>The unit with every currency read as the same, to see whether only the currency differs.</summary>
    private static Unit WithOneCurrency(Unit unit) => unit.Factors.Values.Aggregate(Unit.None, (product, factor) =>
        product * (factor.Atom is UnitAtom.Currency or UnitAtom.CurrencyBy ? Unit.Currency("XXX") : Unit.Of(factor.Atom)).Power(factor.Power));

    private static Unit Of(DimensionlessKind kind) => kind switch
    {
        DimensionlessKind.Share => Unit.Share,
        DimensionlessKind.SharePoints => Unit.SharePoints,
        _ => Unit.None,
    };
}
