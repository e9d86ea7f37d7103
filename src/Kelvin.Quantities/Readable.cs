namespace Kelvin.Quantities;

/// <summary>
/// The form in which a number is easiest to read: scaled, rounded, and with the key of the words that go with it.
/// <list type="bullet">
/// <item>Numbers and counts: whole ones whole; else two decimals, and below 1 three figures.</item>
/// <item>Money: the currency's decimals.</item>
/// <item>Shares in percent and points in percentage points: one decimal, two below one percent, none from 1000.</item>
/// <item>Lengths of time: in the largest unit of which there are at least two days, one hour, one minute; else in seconds. One decimal, none from 100. None, or one, of the unit that is stored stays in it.</item>
/// <item>Compact, from 10 000: thousands, millions or billions, with one decimal below 100 of them. Money below that: no decimals from 100.</item>
/// <item>Axis: as compact, without decimals that are only zeros.</item>
/// <item>Column: as in full, with lengths of time in the unit that is stored.</item>
/// <item>Exact: every digit, in the unit that is stored.</item>
/// </list>
/// </summary>
/// <param name="Number">Scaled and rounded; never negative.</param>
/// <param name="Fewest">Decimals always shown.</param>
/// <param name="Most">Decimals shown at most.</param>
/// <param name="Scale">Key of the scale or of the length of time, or null.</param>
internal readonly record struct Readable(decimal Number, int Fewest, int Most, string? Scale = null)
{
    private static readonly (string Name, decimal Seconds, decimal AtLeast)[] Lengths =
        [("day", 86_400, 2), ("hour", 3_600, 1), ("minute", 60, 1), ("second", 1, 0)];

    private static readonly (string Name, decimal Size)[] Scales =
        [("thousand", 1_000), ("million", 1_000_000), ("billion", 1_000_000_000)];

    /// <summary>How to show a number of this unit.</summary>
    public static Readable Of(decimal magnitude, Unit unit, DisplayStyle style) =>
        style == DisplayStyle.Axis ? Styled(magnitude, unit, DisplayStyle.Compact) with { Fewest = 0 } : Styled(magnitude, unit, style);

    private static Readable Styled(decimal magnitude, Unit unit, DisplayStyle style)
    {
        var leading = unit.Leading();
        if (style == DisplayStyle.Exact)
            return Exact(magnitude, unit, leading);
        if (unit.IsDimensionless && unit.Kind != DimensionlessKind.Number)
            return Percent(magnitude * 100);
        if (leading is UnitAtom.Duration duration)
            return style == DisplayStyle.Column ? Tenths(magnitude) with { Scale = duration.Name } : magnitude is 0 or 1 ? new(magnitude, 0, 0, duration.Name) : Length(magnitude * duration.Seconds);
        var code = (leading as UnitAtom.Currency)?.Code;
        if (style == DisplayStyle.Compact && magnitude >= 9_999.5m)
            return Scaled(magnitude);
        return code is null ? Plain(magnitude) : Amount(magnitude, DecimalsOf(code), style);
    }

    private static Readable Exact(decimal magnitude, Unit unit, UnitAtom? leading) =>
        unit.IsDimensionless && unit.Kind != DimensionlessKind.Number ? new(magnitude * 100, 0, 28)
        : leading is UnitAtom.Currency currency ? new(magnitude, DecimalsOf(currency.Code), 28)
        : leading is UnitAtom.Duration duration ? new(magnitude, 0, 28, duration.Name)
        : new(magnitude, 0, 28);

    private static Readable Plain(decimal magnitude)
    {
        if (magnitude == 0 || decimal.IsInteger(magnitude))
            return new(magnitude, 0, 0);
        var decimals = 2;
        for (var below = 1m; below > magnitude && decimals < 8; below /= 10)
            decimals++;
        return Rounded(magnitude, 0, decimals);
    }

    private static Readable Amount(decimal magnitude, int decimals, DisplayStyle style) =>
        style == DisplayStyle.Compact && magnitude is 0 or >= 99.995m ? Rounded(magnitude, 0, 0) : Rounded(magnitude, decimals, decimals);

    private static Readable Percent(decimal percent)
    {
        var decimals = percent >= 999.95m ? 0 : percent >= 0.995m || percent == 0 ? 1 : 2;
        return Rounded(percent, decimals, decimals);
    }

    private static Readable Length(decimal seconds)
    {
        foreach (var (name, size, least) in Lengths)
            if (Tenths(seconds / size) is var shown && shown.Number >= least)
                return shown with { Scale = name };
        throw new InvalidOperationException("Every length of time is at least no seconds.");
    }

    private static Readable Scaled(decimal magnitude)
    {
        foreach (var (name, size) in Scales)
            if (Tenths(magnitude / size) is var shown && (shown.Number < 1_000 || size == Scales[^1].Size))
                return shown with { Scale = name };
        throw new InvalidOperationException("The largest scale takes everything.");
    }

    private static Readable Tenths(decimal number) => number >= 99.95m ? Rounded(number, 0, 0) : Rounded(number, 0, 1);

    private static Readable Rounded(decimal number, int fewest, int most) =>
        new(Math.Round(number, most, MidpointRounding.AwayFromZero), fewest, most);

    private static int DecimalsOf(string code) => Currency.Find(code)?.Decimals ?? 2;
}
