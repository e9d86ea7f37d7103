namespace Kelvin.Interchange.Dbt.Planning;

/// <summary>Names as definitions may have them: letters, digits and underscores, a letter first.</summary>
internal static class DefinitionNames
{
    private const int Longest = 63;

    /// <summary>A name as a label: with a capital, and blanks in the place of underscores.</summary>
    public static string Readable(string name) => char.ToUpperInvariant(name[0]) + name[1..].Replace('_', ' ');

    public static string Fit(string name)
    {
        var cleaned = string.Concat(name.Select(sign => char.IsLetterOrDigit(sign) ? sign : '_')).Trim('_');
        if (cleaned.Length == 0 || !char.IsLetter(cleaned[0]))
            cleaned = "d_" + cleaned;
        return cleaned.Length > Longest ? cleaned[..Longest] : cleaned;
    }
}
