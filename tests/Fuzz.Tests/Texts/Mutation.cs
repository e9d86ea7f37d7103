using System.Text.RegularExpressions;

namespace Fuzz.Tests.Texts;

/// <summary>Changes that fingers, editors and copying make to a text, and some that only the malicious do.</summary>
internal static partial class Mutation
{
    private static readonly string[] Splinters =
    [
        "\n", "---\n", ":", ": ", " ", "\t", "- ", "[", "]", "{", "}", "'", "\"", "|", ">", "|+", ">-", "&a ", "*a", "!x ", "!!str ", "!<tag:x> ", "<<: *a", "#", "# ...\n", "%", "%YAML 1.2\n", "?", "? ", "->",
        "= ", "\r", "\r\n", "\u0085", "\u2028", "\u0000", "\uFFFD", "\uFEFF", "😀", "\uD800", "\uDC00", "\u202E", "אבג", "e\u0301", "\u200B", "\u00A0", "İ", "ſ", "count(", "sum(", " where ", ")", ",", "text", "money SEK",
        "-> orders", "metric: ", "dataset: ", "calendar: ", "orders", "revenue", "1e999", "99999999999999999999", "79228162514264337593543950335", "0.0000000000000000000000000000000001", "-1", "../", "~", "null", "\\", "\\x4", "\\u0000", "\\ud83d",
        "when", "case ", " end", "..", ".", "day", "share", "...\n", "9999-12-31", "0001-01-01", "date '9999-12-31'", "date '0001-01-01'", "2147483648", "metric(", "closing(", " by ", " per ", " within ", "prior(", " as x", "time",
    ];

    private static readonly string[] Nesting = ["(", "-", "not ", "[", "{a: ", "- ", "sum(", "case when ", "prior(", "x in (", "filtered(", "a.", "1 + ", "? ", "? - ", "\"", "closing("];

    /// <summary>The text after so many changes.</summary>
    public static string Of(string text, int changes, Random random)
    {
        for (; changes > 0; changes--)
            text = random.Next(12) switch
            {
                0 => Cut(text, random, 30),
                1 => Doubled(text, random),
                2 => Cut(text, random, 1).Insert(random.Next(text.Length == 0 ? 1 : text.Length), Splinter(random)),
                3 or 4 => text.Insert(random.Next(text.Length + 1), Splinter(random)),
                5 => Swapped(text, random, Word()),
                6 => Swapped(text, random, Line()),
                7 => Without(text, random, Word()),
                8 => Without(text, random, Line()),
                9 => random.Next(30) == 0 ? Deepened(text, random) : text.Insert(random.Next(text.Length + 1), new string((char)random.Next(32, 0x600), random.Next(3))),
                10 => random.Next(8) == 0 ? text.Replace("\n", random.Next(2) == 0 ? "\r\n" : "\r", StringComparison.Ordinal) : Doubled(text, random),
                _ => random.Next(20) == 0 ? "\uFEFF" + text : Replaced(text, random),
            };
        return text;
    }

    /// <summary>Signs that stand for nothing.</summary>
    public static string Noise(Random random) =>
        string.Concat(Enumerable.Range(0, random.Next(60)).Select(_ => random.Next(3) == 0 ? ((char)random.Next(random.Next(8) == 0 ? 0x10000 : 0x300)).ToString() : Splinter(random)));

    private static string Splinter(Random random) => Splinters[random.Next(Splinters.Length)];

    private static string Cut(string text, Random random, int most)
    {
        var at = random.Next(text.Length + 1);
        return text.Remove(at, Math.Min(random.Next(most + 1), text.Length - at));
    }

    private static string Doubled(string text, Random random)
    {
        var at = random.Next(text.Length + 1);
        return text.Insert(random.Next(text.Length + 1), text.Substring(at, Math.Min(random.Next(30), text.Length - at)));
    }

    private static string Swapped(string text, Random random, Regex parts)
    {
        var found = parts.Matches(text);
        if (found.Count < 2)
            return text;
        var (one, other) = (found[random.Next(found.Count)], found[random.Next(found.Count)]);
        return one.Index + one.Length <= other.Index
            ? string.Concat(text.AsSpan(0, one.Index), other.Value, text.AsSpan(one.Index + one.Length, other.Index - one.Index - one.Length)) + one.Value + text[(other.Index + other.Length)..]
            : text;
    }

    private static string Without(string text, Random random, Regex parts) =>
        parts.Matches(text) is { Count: > 0 } found && found[random.Next(found.Count)] is var gone ? text.Remove(gone.Index, gone.Length) : text;

    private static string Replaced(string text, Random random) =>
        Word().Matches(text) is { Count: > 0 } found && found[random.Next(found.Count)] is var old
            ? text.Remove(old.Index, old.Length).Insert(old.Index, random.Next(2) == 0 ? Splinter(random) : found[random.Next(found.Count)].Value)
            : text;

    private static string Deepened(string text, Random random)
    {
        var sign = Nesting[random.Next(Nesting.Length)];
        return text.Insert(random.Next(text.Length + 1), string.Concat(Enumerable.Repeat(sign, random.Next(2) == 0 ? random.Next(150, 260) : random.Next(2_000))));
    }

    [GeneratedRegex(@"\w+|[^\w\s]+")]
    private static partial Regex Word();

    [GeneratedRegex(@"[^\n]*\n")]
    private static partial Regex Line();
}
