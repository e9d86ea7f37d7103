using System.Globalization;
using System.Text.RegularExpressions;
using Kelvin.Language;

namespace Kelvin.Compiler;

/// <summary>
/// The groups of a dimension that have a row of their own: those with the greatest values of a metric over the whole range. All
/// others are one group, worked out from its rows.
/// </summary>
/// <param name="Count">How many.</param>
/// <param name="By">The metric, by name or formula.</param>
/// <param name="Of">The dimension, by the name of its column; null for the first one asked for.</param>
public sealed partial record TopGroups(int Count, string By, string? Of = null)
{
    /// <summary>The most groups that can be kept apart.</summary>
    public const int Most = 1_000;

    /// <summary>The column that tells the group of all others, beside the dimension's.</summary>
    public static string OthersColumn(string dimension) => dimension + ".others";

    /// <summary>Reads <c>5 by revenue</c> or <c>5 customers.country by revenue</c>.</summary>
    public static Checked<TopGroups> Parse(string written)
    {
        var match = Form().Match(written);
        if (!match.Success || !int.TryParse(match.Groups["count"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count is < 1 or > Most)
            return Checked<TopGroups>.Faulty(Issue.At(null, "query.top-form", ("written", written), ("most", Most)));
        return Checked<TopGroups>.Sound(new(count, match.Groups["by"].Value, match.Groups["of"] is { Success: true } of ? of.Value : null));
    }

    [GeneratedRegex("""^\s*(?<count>\d{1,9})(?:\s+(?<of>(?!by\s)\S.*?))?\s+by\s+(?<by>\S.*?)\s*$""", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Form();
}
