using System.Collections.Immutable;
using System.Text;

namespace Kelvin.Loading.Text;

/// <summary>
/// Knows the lines that sum up others: their first field with content is one of these words; or it begins with one and they leave fields
/// empty, as a line of a thing that happens to be called so does not.
/// </summary>
internal sealed class Footers(ImmutableArray<string> words, int lead)
{
    /// <summary>Whether a record is such a line.</summary>
    public bool Has(RecordReader reader)
    {
        if (words.IsEmpty)
            return false;
        var (first, hasBlank) = (-1, false);
        for (var at = lead; at < reader.FieldCount; at++)
        {
            var isBlank = reader.Field(at).Trim(" \t"u8).IsEmpty;
            hasBlank |= isBlank;
            if (!isBlank && first < 0)
                first = at;
        }
        if (first < 0)
            return false;
        var text = Encoding.UTF8.GetString(reader.Field(first)).Trim();
        return hasBlank ? words.Any(text.StartsWithWord) : words.Contains(text, StringComparer.OrdinalIgnoreCase);
    }
}

/// <summary>Words at the beginning of texts.</summary>
internal static class FirstWord
{
    /// <summary>Whether a text begins with a word, whatever its case, and no letter follows.</summary>
    public static bool StartsWithWord(this string text, string word) =>
        word.Length > 0 && text.StartsWith(word, StringComparison.OrdinalIgnoreCase) && (text.Length == word.Length || !char.IsLetterOrDigit(text[word.Length]));
}
