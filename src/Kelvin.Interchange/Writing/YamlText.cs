using System.Text;

namespace Kelvin.Interchange.Writing;

/// <summary>Writes YAML as people write it: plain where it can be, quoted where it must be.</summary>
internal sealed class YamlText
{
    private const int LongestLine = 100;
    private static readonly string[] Words = ["true", "false", "null", "yes", "no", "on", "off", "~"];

    private readonly StringBuilder _text = new();

    /// <summary>Begins a new document.</summary>
    public YamlText Document()
    {
        if (_text.Length > 0)
            _text.Append("---\n");
        return this;
    }

    /// <summary>A key with a text; nothing when the text is null.</summary>
    public YamlText Entry(string key, string? text, int indent = 0)
    {
        if (text is null)
            return this;
        _text.Append(' ', indent).Append(Scalar(key)).Append(": ");
        if (text.Contains('\n', StringComparison.Ordinal) || text.Length + key.Length > LongestLine && !text.Contains("  ", StringComparison.Ordinal) && !text.StartsWith(' '))
            Folded(text, indent + 2);
        else
            _text.Append(Scalar(text)).Append('\n');
        return this;
    }

    /// <summary>A key with what is YAML already.</summary>
    public YamlText Raw(string key, string? yaml, int indent = 0)
    {
        if (yaml is not null)
            _text.Append(' ', indent).Append(Scalar(key)).Append(": ").Append(yaml).Append('\n');
        return this;
    }

    /// <summary>A key whose group follows.</summary>
    public YamlText Group(string key, int indent = 0)
    {
        _text.Append(' ', indent).Append(Scalar(key)).Append(":\n");
        return this;
    }

    /// <summary>A list on one line; a single item by itself.</summary>
    public static string? List(IReadOnlyList<string> items) => items.Count switch
    {
        0 => null,
        1 => Scalar(items[0]),
        _ => $"[{string.Join(", ", items.Select(InFlow))}]",
    };

    /// <summary>A group on one line.</summary>
    public static string Map(IEnumerable<(string Key, string Value)> pairs) =>
        $"{{ {string.Join(", ", pairs.Select(pair => $"{InFlow(pair.Key)}: {pair.Value}"))} }}";

    /// <summary>A text inside a list or group on one line.</summary>
    public static string InFlow(string text) => text.AsSpan().IndexOfAny(",[]{}") >= 0 ? Quoted(text) : Scalar(text);

    /// <summary>A text on one line.</summary>
    public static string Scalar(string text) => IsPlain(text) ? text : Quoted(text);

    public override string ToString() => _text.ToString();

    private static bool IsPlain(string text) =>
        text.Length > 0 && text == text.Trim()
        && (char.IsLetterOrDigit(text[0]) || text[0] is '_' or '(' or '/' or '.')
        && !text.Contains(": ", StringComparison.Ordinal) && !text.EndsWith(':') && !text.Contains(" #", StringComparison.Ordinal)
        && !text.Any(char.IsControl) && !Words.Contains(text.ToLowerInvariant()) && !char.IsDigit(text[0]);

    private static string Quoted(string text) =>
        text.Any(char.IsControl)
            ? $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal).Replace("\t", "\\t", StringComparison.Ordinal).Replace("\r", "", StringComparison.Ordinal)}\""
            : text.Contains('\'', StringComparison.Ordinal) && !text.Contains('"', StringComparison.Ordinal) && !text.Contains('\\', StringComparison.Ordinal) ? $"\"{text}\""
            : $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    /// <summary>Over several lines; a line that ends is an empty line in a folded text.</summary>
    private void Folded(string text, int indent)
    {
        _text.Append(">-\n");
        foreach (var paragraph in text.Trim().ReplaceLineEndings("\n").Split('\n'))
        {
            var line = new StringBuilder();
            foreach (var word in paragraph.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                if (line.Length > 0 && line.Length + word.Length > LongestLine - indent)
                {
                    _text.Append(' ', indent).Append(line).Append('\n');
                    line.Clear();
                }
                line.Append(line.Length == 0 ? "" : " ").Append(word);
            }
            if (line.Length > 0)
                _text.Append(' ', indent).Append(line).Append('\n');
        }
    }
}
