using System.Globalization;
using System.Text;

namespace Kelvin.Language;

/// <summary>
/// A text with placeholders: <c>{name}</c>, or <c>{name|one|many}</c> for a word that follows a number. What stands for a name may itself be
/// in several languages: a text of the workspace, or an issue.
/// </summary>
internal static class Template
{
    /// <summary>The filled text, or null when a placeholder has no argument.</summary>
    public static string? Fill(string template, IReadOnlyDictionary<string, object> arguments, CultureInfo culture)
    {
        var filled = new StringBuilder();
        var at = 0;
        while (at < template.Length)
        {
            var open = template.IndexOf('{', at);
            if (open < 0)
                break;
            var close = template.IndexOf('}', open);
            filled.Append(template, at, open - at);
            var parts = template[(open + 1)..close].Split('|');
            if (!arguments.TryGetValue(parts[0], out var value))
                return null;
            filled.Append(parts.Length == 1 ? Write(value, culture) : IsOne(value) ? parts[1] : parts[2]);
            at = close + 1;
        }
        return filled.Append(template, at, template.Length - at).ToString();
    }

    private static string Write(object value, CultureInfo culture) => value switch
    {
        LocalText text => text.In(TongueOf(culture)),
        Issue issue => issue.Message(TongueOf(culture)),
        int or long => ((IFormattable)value).ToString("N0", culture),
        IFormattable formattable => formattable.ToString(null, culture),
        _ => value.ToString() ?? "",
    };

    private static Tongue TongueOf(CultureInfo culture) => Tongue.Find(culture.TwoLetterISOLanguageName) ?? Tongue.English;

    private static bool IsOne(object value) => Convert.ToDecimal(value, CultureInfo.InvariantCulture) == 1;
}
