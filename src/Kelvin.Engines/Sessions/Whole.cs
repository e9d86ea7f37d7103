using System.Globalization;

namespace Kelvin.Engines.Sessions;

/// <summary>Whole numbers in results and in statements. Engines count in types of their own.</summary>
internal static class Whole
{
    /// <summary>The number in a result.</summary>
    public static long Of(object? value) => Convert.ToInt64(value, CultureInfo.InvariantCulture);

    /// <summary>The number in a statement.</summary>
    public static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
