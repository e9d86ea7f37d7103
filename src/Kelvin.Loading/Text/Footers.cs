using System.Collections.Immutable;
using System.Text;

namespace Kelvin.Loading.Text;

/// <summary>
/// Knows the lines that sum up others: their first field with content begins with one of these words, and they leave fields empty, as a
/// line of a thing that happens to be called so does not.
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
        return hasBlank && first >= 0 && words.Any(Encoding.UTF8.GetString(reader.Field(first)).Trim().StartsWithWord);
    }
}

/// <summary>Words at the beginning of texts.</summary>
internal static class FirstWord
{
    /// <summary>Whether a text begins with a word, whatever its case, and no letter follows.</summary>
    public static bool StartsWithWord(this string text, string word) =>
        word.Length > 0 && text.StartsWith(word, StringComparison.OrdinalIgnoreCase) && (text.Length == word.Length || !char.IsLetterOrDigit(text[word.Length]));
}
