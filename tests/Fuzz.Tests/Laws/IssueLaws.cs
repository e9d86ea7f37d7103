using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Fuzz.Tests.Running;
using Kelvin.Language;

namespace Fuzz.Tests.Laws;

/// <summary>What holds of every issue: it can be said in each language, and points into the text it speaks of.</summary>
internal static partial class IssueLaws
{
    private static readonly Tongue[] Tongues = [Tongue.Swedish, Tongue.English];

    /// <summary>Every issue can be said.</summary>
    public static void Speak(IEnumerable<Issue> issues)
    {
        foreach (var issue in issues)
            foreach (var tongue in Tongues)
            {
                // Braces that people wrote are no placeholders.
                var plain = issue with { Arguments = issue.Arguments.ToImmutableSortedDictionary(pair => pair.Key, pair => pair.Value is string text ? text.Replace('{', '(').Replace('}', ')') : pair.Value, StringComparer.Ordinal) };
                var said = $"{plain.Message(tongue)} {plain.Hint(tongue)}";
                if (plain.Message(tongue).Length == 0 || Placeholder().IsMatch(said))
                    throw new IssueFault($"{issue.Code} cannot be said in {tongue.Code}", said);
            }
    }

    /// <summary>Lists of names that people wrote may hold a brace, too, so a whole placeholder is looked for.</summary>
    [GeneratedRegex(@"\{[a-z][A-Za-z]*(\|[^{}]*)?\}")]
    private static partial Regex Placeholder();

    /// <summary>Every issue can be said and has a place inside the text, at most at the signs that end its line.</summary>
    public static void Point(IEnumerable<Issue> issues, string text)
    {
        var lines = LengthsOf(text);
        foreach (var issue in issues)
        {
            Speak([issue]);
            if (issue.Place is not { } place)
                throw new IssueFault($"{issue.Code} has no place", $"{issue}");
            if (place.Line < 1 || place.Line > lines.Count)
                throw new IssueFault($"{issue.Code} points at a line that is not there", $"{place} of {lines.Count} lines");
            var length = lines[place.Line - 1];
            if (place.Column < 1 || place.Column > length + 1 || place.Length < 1 || (place.Length > 1 && place.Column + place.Length > length + 3))
                throw new IssueFault($"{issue.Code} points beside its line", $"{place} length {place.Length} in a line of {length}: {issue}");
            if (IssueExcerpt.Of(text, place) is null)
                throw new IssueFault($"{issue.Code} has no excerpt", $"{place}");
        }
    }

    /// <summary>Lines end as the reader of files has it: LF, CR, CR LF.</summary>
    private static List<int> LengthsOf(string text)
    {
        var lengths = new List<int>();
        var start = 0;
        for (var at = 0; at < text.Length; at++)
            if (text[at] is '\n' or '\r')
            {
                lengths.Add(at - start);
                at += text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n' ? 1 : 0;
                start = at + 1;
            }
        lengths.Add(text.Length - start);
        return lengths;
    }
}
