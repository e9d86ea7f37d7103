namespace Kelvin.Interchange.Dbt.Planning;

/// <summary>Names as definitions may have them: letters, digits and underscores, a letter first.</summary>
internal static class DefinitionNames
{
    private const int Longest = 63;

    public static string Fit(string name)
    {
        var cleaned = string.Concat(name.Select(sign => char.IsLetterOrDigit(sign) ? sign : '_')).Trim('_');
        if (cleaned.Length == 0 || !char.IsLetter(cleaned[0]))
            cleaned = "d_" + cleaned;
        return cleaned.Length > Longest ? cleaned[..Longest] : cleaned;
    }
}
