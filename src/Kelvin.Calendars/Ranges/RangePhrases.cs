using System.Collections.Frozen;
using Kelvin.Language;

namespace Kelvin.Calendars.Ranges;

/// <summary>The relative ranges that have words, in every language of the product.</summary>
internal static class RangePhrases
{
    private static readonly Grain[] Counted = [Grain.Hour, Grain.Day, Grain.Week, Grain.Month, Grain.Quarter, Grain.Year];
    private static readonly FrozenDictionary<string, RangeExpression> Known = Load();

    /// <summary>The range with exactly these words.</summary>
    public static RangeExpression? Find(string written) => Known.GetValueOrDefault(written);

    /// <summary>The count and grain of <c>last 8 weeks</c>, the count still as written.</summary>
    public static (string Count, Grain Grain)? Latest(string written)
    {
        foreach (var prefix in PhraseBook.Of("latest").Where(word => written.StartsWith(word + " ", StringComparison.Ordinal)))
        {
            var rest = written[(prefix.Length + 1)..].Split(' ');
            foreach (var grain in Counted)
                if (rest.Length == 2 && rest[0].All(char.IsAsciiDigit) && PhraseBook.Of($"latest-{grain}").Contains(rest[1]))
                    return (rest[0], grain);
        }
        return null;
    }

    /// <summary>Both ends of <c>A..B</c>, or of <c>A to B</c> in words.</summary>
    public static (string From, string Through)? Ends(string written)
    {
        foreach (var between in PhraseBook.Of("through").OrderByDescending(word => word.Length).Select(word => $" {word} ").Prepend(".."))
            if (written.Split(between) is [var from, var through])
                return (from.Trim(), through.Trim());
        return null;
    }

    /// <summary>The phrase a person probably meant.</summary>
    public static string? Nearest(string written) => NearestName.Of(written, Known.Keys.Order(StringComparer.Ordinal));

    private static FrozenDictionary<string, RangeExpression> Load()
    {
        var meanings = new List<(string Key, RangeExpression Range)> { ("all", new RangeExpression.Everything()) };
        foreach (var (word, steps) in new[] { ("this", 0), ("last", -1), ("next", 1) })
            meanings.AddRange(Counted[1..].Select(grain => ($"{word}-{grain}", (RangeExpression)new RangeExpression.Around(steps, grain))));
        meanings.AddRange(Counted[2..].Select(grain => ($"{grain}-to-date", (RangeExpression)new RangeExpression.ToDate(grain))));
        return meanings
            .SelectMany(meaning => PhraseBook.Of(meaning.Key).Select(phrase => (phrase, meaning.Range)))
            .ToFrozenDictionary(pair => pair.phrase, pair => pair.Range, StringComparer.Ordinal);
    }
}
