namespace Kelvin.Quantities;

/// <summary>The regular plural of English, enough to see that <c>customers</c> counts the same as <c>customer</c>.</summary>
internal static class EnglishNoun
{
    private static readonly string[] SibilantEndings = ["ses", "shes", "ches", "xes", "zes"];

    /// <summary>The singular of a regular plural; any other word as it is.</summary>
    public static string Singular(string word)
    {
        if (word.Length > 4 && word.EndsWith("ies", StringComparison.Ordinal))
            return word[..^3] + "y";
        if (word.Length > 4 && word.EndsWith("sses", StringComparison.Ordinal))
            return word[..^2];
        if (word.Length > 4 && SibilantEndings[1..].Any(ending => word.EndsWith(ending, StringComparison.Ordinal)))
            return word[..^2];
        var isPlural = word.Length > 3 && word[^1] == 's' && word[^2] is not ('s' or 'u' or 'i');
        return isPlural ? word[..^1] : word;
    }
}
