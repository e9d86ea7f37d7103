using Kelvin.Language;

namespace Kelvin.Formulas.Syntax;

/// <summary>The text of a formula, and where in a file its characters stand.</summary>
public sealed class FormulaSource
{
    private readonly string? _file;
    private readonly Func<int, (int Line, int Column)> _locate;

    private FormulaSource(string text, string? file, Func<int, (int Line, int Column)> locate)
    {
        Text = text;
        _file = file;
        _locate = locate;
    }

    /// <summary>The formula as written.</summary>
    public string Text { get; }

    /// <summary>A formula typed in a field or on the command line.</summary>
    public static FormulaSource Typed(string text) => At(text, null, 1, 1);

    /// <summary>
    /// A formula whose first character stands at this line and column, counted from 1. Further lines start in column 1.
    /// </summary>
    public static FormulaSource At(string text, string? file, int line, int column)
    {
        var starts = LineStarts(text);
        return new(text, file, offset =>
        {
            var index = starts.BinarySearch(offset);
            index = index < 0 ? ~index - 1 : index;
            return (line + index, offset - starts[index] + (index == 0 ? column : 1));
        });
    }

    /// <summary>
    /// A formula whose characters are spread over a file in their own way, as in an indented or folded block.
    /// </summary>
    /// <param name="text">The formula.</param>
    /// <param name="file">The file, or null.</param>
    /// <param name="locate">
    /// Line and column, from 1, of the character at an offset; also asked for the offset just after the last character.
    /// Lines never decrease with the offset.
    /// </param>
    public static FormulaSource Mapped(string text, string? file, Func<int, (int Line, int Column)> locate) =>
        new(text, file, locate);

    /// <summary>The place of a stretch of the text; a stretch over several lines is cut at the end of its first.</summary>
    public Place PlaceOf(int start, int length)
    {
        var (line, column) = _locate(start);
        var (fits, tooLong) = (1, Math.Max(1, length) + 1);
        while (tooLong - fits > 1)
        {
            var middle = (fits + tooLong) / 2;
            if (start + middle - 1 < Text.Length && _locate(start + middle - 1).Line == line)
                fits = middle;
            else
                tooLong = middle;
        }
        return new Place(_file, line, column, Math.Max(1, _locate(start + fits - 1).Column - column + 1));
    }

    /// <summary>Lines end as in files: with LF, CR, or both.</summary>
    private static List<int> LineStarts(string text)
    {
        var starts = new List<int> { 0 };
        for (var at = text.AsSpan().IndexOfAny('\n', '\r'); at >= 0 && at < text.Length; at++)
            if (text[at] == '\n' || (text[at] == '\r' && (at + 1 == text.Length || text[at + 1] != '\n')))
                starts.Add(at + 1);
        return starts;
    }
}
