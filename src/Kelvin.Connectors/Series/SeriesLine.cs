using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Kelvin.Collection.Series;

namespace Kelvin.Connectors.Series;

/// <summary>Reads a line of metrics from left to right. Whatever does not stand as it must is a <see cref="FormatException"/> that says so.</summary>
/// <param name="text">The line, without its end.</param>
/// <param name="isStrict">Whether it is OpenMetrics: one space between parts, seconds in times; else Prometheus' own text.</param>
internal ref struct SeriesLine(ReadOnlySpan<char> text, bool isStrict)
{
    private static readonly SearchValues<char> Names = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_:");

    /// <summary>Almost two thousand years on either side of 1970; what is beyond is no moment at which anything was measured.</summary>
    private const decimal MostSeconds = 60_000_000_000;

    private const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    private ReadOnlySpan<char> _rest = text;

    /// <summary>Whether nothing is left.</summary>
    public readonly bool IsAtEnd => _rest.IsEmpty;

    /// <summary>Whether labels begin here.</summary>
    public readonly bool IsAtBrace => _rest is ['{', ..];

    /// <summary>Whether an exemplar begins here.</summary>
    public readonly bool IsAtSign => _rest is ['#', ..];

    /// <summary>What is left.</summary>
    public readonly string Rest => _rest.ToString();

    /// <summary>Passes over spaces where the format allows them.</summary>
    public void Loosely()
    {
        if (!isStrict)
            _rest = _rest.TrimStart(" \t");
    }

    /// <summary>Passes over what stands between two parts.</summary>
    public void Space()
    {
        if (_rest.IsEmpty || _rest[0] is not (' ' or '\t') || isStrict && _rest[0] != ' ')
            throw new FormatException("a space is lacking");
        _rest = isStrict ? _rest[1..] : _rest.TrimStart(" \t");
    }

    /// <summary>Takes a sign if it stands here.</summary>
    public bool Take(char sign)
    {
        if (_rest.IsEmpty || _rest[0] != sign)
            return false;
        _rest = _rest[1..];
        return true;
    }

    /// <summary>Takes the brace before labels if it stands here.</summary>
    public bool TakeBrace()
    {
        var brace = isStrict ? _rest : _rest.TrimStart(" \t");
        if (brace is not ['{', ..])
            return false;
        _rest = brace[1..];
        return true;
    }

    /// <summary>A name, of a series or (without colons) of a label.</summary>
    public string Name(bool ofLabel)
    {
        var length = _rest.IndexOfAnyExcept(Names) is >= 0 and var end ? end : _rest.Length;
        var name = _rest[..length];
        if (length == 0 || char.IsAsciiDigit(name[0]) || ofLabel && name.Contains(':'))
            throw new FormatException("a name is lacking");
        _rest = _rest[length..];
        return name.ToString();
    }

    /// <summary>The name of a family, which may stand in quotes.</summary>
    public string FamilyName() => _rest is ['"', ..] ? Quoted() : Name(ofLabel: false);

    /// <summary>Passes over what follows the sign of an exemplar, a single event that the value counts, when it stands as it must.</summary>
    public void Exemplar()
    {
        Space();
        if (!Take('{'))
            throw new FormatException("an exemplar has no labels");
        string? name = "";
        Labels(ref name);
        Space();
        Number();
        if (IsAtEnd)
            return;
        Space();
        Time();
    }

    /// <summary>A word: all up to the next space.</summary>
    public string Word()
    {
        var length = _rest.IndexOfAny(" \t") is >= 0 and var end ? end : _rest.Length;
        if (length == 0)
            throw new FormatException("a word is lacking");
        var word = _rest[..length].ToString();
        _rest = _rest[length..];
        return word;
    }

    /// <summary>The labels in braces, and the series' name when it stands in quotes among them.</summary>
    public ImmutableArray<SampleLabel> Labels(ref string? name)
    {
        var labels = new SortedDictionary<string, string>(StringComparer.Ordinal);
        for (var isFirst = true; ; isFirst = false)
        {
            Loosely();
            var isEnd = Take('}');
            if (!isEnd && !isFirst && !Take(','))
                throw new FormatException("a comma or brace is lacking between labels");
            if (!isEnd)
                Loosely();
            if (isEnd || !isFirst && !isStrict && Take('}'))
                return [.. labels.Select(label => new SampleLabel(label.Key, label.Value))];
            var isQuoted = !_rest.IsEmpty && _rest[0] == '"';
            var label = isQuoted ? Quoted() : Name(ofLabel: true);
            Loosely();
            if (isQuoted && name is null && (_rest.IsEmpty || _rest[0] != '='))
                name = label;
            else if (!Take('='))
                throw new FormatException("an equals sign is lacking after a label's name");
            else
            {
                Loosely();
                if (!labels.TryAdd(label, Quoted()))
                    throw new FormatException($"the label {label} comes twice");
            }
        }
    }

    /// <summary>A number as Go writes it.</summary>
    public double Number()
    {
        var word = Word();
        if (double.TryParse(word, Style, CultureInfo.InvariantCulture, out var number) && !word.Contains("inity", StringComparison.OrdinalIgnoreCase) && double.IsFinite(number))
            return number;
        return word.TrimStart('+', '-').ToUpperInvariant() switch
        {
            "NAN" => double.NaN,
            "INF" or "INFINITY" => word[0] == '-' ? double.NegativeInfinity : double.PositiveInfinity,
            // Greater than any double: what Go makes of it.
            _ when !double.IsFinite(number) && !double.IsNaN(number) => number,
            _ => throw new FormatException($"‘{word}’ is no number"),
        };
    }

    /// <summary>A time: seconds with decimals, or in Prometheus' own text whole milliseconds.</summary>
    public DateTime Time()
    {
        var word = Word();
        if (isStrict && decimal.TryParse(word, Style, CultureInfo.InvariantCulture, out var seconds) && Moment(seconds) is { } moment)
            return moment;
        if (!isStrict && long.TryParse(word, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var milliseconds) && Moment(milliseconds / 1000m) is { } kept)
            return kept;
        throw new FormatException($"‘{word}’ is no time");
    }

    /// <summary>The moment that many seconds after 1970, to the microsecond; null when it is beyond all times.</summary>
    public static DateTime? Moment(decimal seconds) =>
        Math.Abs(seconds) < MostSeconds ? DateTime.UnixEpoch.AddTicks((long)decimal.Round(seconds * 1_000_000) * TimeSpan.TicksPerMicrosecond) : null;

    private string Quoted()
    {
        if (!Take('"'))
            throw new FormatException("a quote is lacking");
        var value = new StringBuilder();
        for (var at = 0; at < _rest.Length; at++)
        {
            if (_rest[at] == '"')
            {
                _rest = _rest[(at + 1)..];
                return value.ToString();
            }
            var isEscaped = _rest[at] == '\\' && at + 1 < _rest.Length && _rest[at + 1] is 'n' or '\\' or '"';
            value.Append(isEscaped && _rest[++at] == 'n' ? '\n' : _rest[at]);
        }
        throw new FormatException("a quote is never closed");
    }
}
