using Kelvin.Language;

namespace Kelvin.Quantities;

/// <summary>
/// Quantities as people read them, in their language. Rules for all: rounding is half away from zero; a minus is the
/// true minus sign (U+2212) before everything else; what rounds to zero has no sign; digits are grouped and never torn from
/// their unit (no-break spaces). How each unit is shown stands in <see cref="Readable"/>.
/// </summary>
public static class Display
{
    /// <summary>Largest number written in digits; beyond, as a power of ten.</summary>
    private const double LargestInDigits = 1e24;

    /// <summary>What stands for a value that is missing.</summary>
    public static string Missing => "–";

    /// <summary>The quantity, or a dash when it is missing or no finite number.</summary>
    /// <param name="quantity">What to show.</param>
    /// <param name="tongue">Language of words and digits.</param>
    /// <param name="style">How much of it.</param>
    /// <param name="items">What items are called; null to show their names.</param>
    public static string Write(Quantity? quantity, Tongue tongue, DisplayStyle style = DisplayStyle.Full, ItemLabel? items = null) =>
        Write(quantity, "", tongue, style, items);

    /// <summary>The quantity as a change: with a plus when it is positive, as in <c>+4,2 %</c> and <c>−1,3 pe</c>.</summary>
    /// <inheritdoc cref="Write(Quantity?, Tongue, DisplayStyle, ItemLabel?)" />
    public static string Change(Quantity? quantity, Tongue tongue, DisplayStyle style = DisplayStyle.Compact, ItemLabel? items = null) =>
        Write(quantity, "+", tongue, style, items);

    private static string Write(Quantity? quantity, string plus, Tongue tongue, DisplayStyle style, ItemLabel? items)
    {
        if (quantity is not { } given || !double.IsFinite(given.Value))
            return Missing;
        if (Math.Abs(given.Value) > LargestInDigits)
            return Sign(given.Value < 0, plus) + NumberText.PowerOfTen(Math.Abs(given.Value), tongue);
        var value = given.Exactly ?? (decimal)given.Value;
        var readable = Readable.Of(Math.Abs(value), given.Unit, style);
        var text = new UnitWriter(tongue, style, items).Write(readable, given.Unit);
        return readable.Number == 0 ? text : Sign(value < 0, plus) + text;
    }

    private static string Sign(bool isNegative, string plus) => isNegative ? "−" : plus;
}
