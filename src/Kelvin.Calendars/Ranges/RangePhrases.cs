using Kelvin.Language;

namespace Kelvin.Calendars.Ranges;

/// <summary>The relative ranges that have words, in every language of the product.</summary>
internal static class RangePhrases
{
    private static readonly Grain[] Counted = [Grain.Hour, Grain.Day, Grain.Week, Grain.Month, Grain.Quarter, Grain.Year];
    private static readonly Dictionary<string, RangeExpression> Known = Load();

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

    private static Dictionary<string, RangeExpression> Load()
    {
        var known = new Dictionary<string, RangeExpression>(StringComparer.Ordinal);
        Means("all", new RangeExpression.Everything());
        foreach (var grain in Counted[1..])
        {
            Means($"this-{grain}", new RangeExpression.Around(0, grain));
            Means($"last-{grain}", new RangeExpression.Around(-1, grain));
            Means($"next-{grain}", new RangeExpression.Around(1, grain));
        }
        foreach (var grain in Counted[2..])
            Means($"{grain}-to-date", new RangeExpression.ToDate(grain));
        return known;

        void Means(string key, RangeExpression range)
        {
            foreach (var phrase in PhraseBook.Of(key))
                known.Add(phrase, range);
        }
    }
}
