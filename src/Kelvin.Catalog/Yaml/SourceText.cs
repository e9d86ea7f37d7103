using Kelvin.Language;

namespace Kelvin.Catalog.Yaml;

/// <summary>A file's text, in which offsets become lines and columns.</summary>
internal sealed class SourceText
{
    private readonly List<int> _lineStarts = [0];

    public SourceText(string path, string text)
    {
        (Path, Text) = (path, text);
        for (var at = 0; at < text.Length; at++)
            if (text[at] == '\n' || (text[at] == '\r' && (at + 1 == text.Length || text[at + 1] != '\n')))
                _lineStarts.Add(at + 1);
    }

    public string Path { get; }

    public string Text { get; }

    /// <summary>Offsets at which lines begin.</summary>
    public IReadOnlyList<int> LineStarts => _lineStarts;

    /// <summary>The place of a stretch of the text; a stretch over several lines is shown to the end of its first.</summary>
    public Place PlaceOf(int start, int length)
    {
        start = Math.Clamp(start, 0, Text.Length);
        var line = LineOf(start);
        var lineEnd = EndOfLine(line);
        // The second of two signs that end a line is no place that people see.
        start = Math.Min(start, lineEnd);
        return new(Path, line + 1, start - _lineStarts[line] + 1, Math.Max(1, Math.Min(length, lineEnd - start)));
    }

    /// <summary>The number, from 0, of the line on which an offset lies.</summary>
    public int LineOf(int offset)
    {
        var found = _lineStarts.BinarySearch(offset);
        return found >= 0 ? found : ~found - 1;
    }

    /// <summary>The line of this number, from 0, without its end.</summary>
    public ReadOnlySpan<char> Line(int line) => Text.AsSpan(_lineStarts[line]..EndOfLine(line));

    private int EndOfLine(int line)
    {
        var end = line + 1 < _lineStarts.Count ? _lineStarts[line + 1] : Text.Length;
        while (end > _lineStarts[line] && Text[end - 1] is '\n' or '\r')
            end--;
        return end;
    }
}
