namespace Kelvin.Imports.Uploads;

/// <summary>What a file is called, as it may be shown and written into definitions: without folders, signs that control, or excess.</summary>
internal static class FileLabel
{
    private const int Longest = 120;

    /// <summary>The label; "file" where nothing is left.</summary>
    public static string Of(string name)
    {
        var last = name.Split('/', '\\')[^1];
        var label = string.Concat(last.Where(sign => !char.IsControl(sign) && !char.IsSurrogate(sign) && sign is not (':' or '*' or '?' or '"' or '<' or '>' or '|'))).Trim('.', ' ');
        return label.Length == 0 ? "file" : label.Length <= Longest ? label : label[..Longest];
    }
}
