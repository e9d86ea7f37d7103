using System.Globalization;

namespace Kelvin.Interchange.Ossie;

/// <summary>The names that stand in an expression in the places of parts that were taken out of it; nobody else writes such names.</summary>
internal static class TakenPlace
{
    /// <summary>A sign that belongs to no language.</summary>
    private const char Mark = '\uE000';

    /// <summary>The quoted name in the place of a part.</summary>
    public static string Of(int index) => string.Create(CultureInfo.InvariantCulture, $"\"{Mark}{index}\"");

    /// <summary>The part whose place a name holds; null for other names.</summary>
    public static T? Find<T>(string name, List<T> taken)
        where T : class =>
        name is [Mark, .. var digits] && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < taken.Count ? taken[index] : null;
}
