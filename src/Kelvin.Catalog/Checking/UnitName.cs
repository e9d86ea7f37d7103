using Kelvin.Quantities;

namespace Kelvin.Catalog.Checking;

/// <summary>Writes a unit the way a definition declares it: <c>share</c>, <c>SEK / orders</c>.</summary>
internal static class UnitName
{
    public static string Of(Unit unit)
    {
        if (unit.IsDimensionless)
            return unit.Kind switch
            {
                DimensionlessKind.Share => "share",
                DimensionlessKind.SharePoints => "share points",
                _ => "number",
            };
        var above = Join(unit, +1);
        var below = Join(unit, -1);
        return below.Length == 0 ? above : $"{(above.Length == 0 ? "1" : above)} / {below}";
    }

    private static string Join(Unit unit, int sign) =>
        string.Join(" * ", unit.Factors.Where(factor => Math.Sign(factor.Value.Power) == sign)
            .SelectMany(factor => Enumerable.Repeat(factor.Key, Math.Abs(factor.Value.Power))));
}
