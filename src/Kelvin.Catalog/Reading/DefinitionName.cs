using Kelvin.Catalog.Yaml;

namespace Kelvin.Catalog.Reading;

/// <summary>What a dataset, a metric or a column may be called.</summary>
internal static class DefinitionName
{
    private const int Longest = 63;

    /// <summary>
    /// Reports a name that formulas could not use. Names of datasets become table names, so they keep to letters, digits and
    /// underscores; a column may have any name, as files do, but for the signs by which formulas part and quote names.
    /// </summary>
    public static void Check(YamlNode.Scalar name, bool isColumn, IssueList issues)
    {
        var text = name.Text;
        var fits = text.Length is > 0 and <= Longest && text == text.Trim()
            && (isColumn ? text.All(sign => !char.IsControl(sign) && sign is not ('"' or '.')) : IsWord(text));
        if (!fits)
            issues.Add(name.Place, isColumn ? "catalog.column-name" : "catalog.name",
                ("name", text), ("suggestion", Suggestion(text)));
    }

    private static bool IsWord(string text) =>
        char.IsLetter(text[0]) && text.All(sign => char.IsLetterOrDigit(sign) || sign == '_');

    private static string? Suggestion(string text)
    {
        var cleaned = string.Concat(text.Trim().ToLowerInvariant().Select(sign => char.IsLetterOrDigit(sign) ? sign : '_')).Trim('_');
        cleaned = cleaned.Length > Longest ? cleaned[..Longest] : cleaned;
        return cleaned.Length > 0 && char.IsLetter(cleaned[0]) ? cleaned : null;
    }
}
