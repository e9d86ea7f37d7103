namespace Kelvin.Language;

/// <summary>The line of a text that an issue speaks of, and a line of carets that points at the place in it.</summary>
/// <param name="Line">The line's number, from 1.</param>
/// <param name="Text">The line as it stands, with tabs as single spaces and a long line cut around the place.</param>
/// <param name="Carets">Spaces and carets: under the place when both are set in letters of one width.</param>
public sealed record IssueExcerpt(int Line, string Text, string Carets)
{
    private const int Widest = 160;

    /// <summary>The excerpt of a text at a place; null when the text has no such line, as when the file has changed since.</summary>
    public static IssueExcerpt? Of(string text, Place place)
    {
        var line = LineOf(text, place.Line);
        if (line is null)
            return null;
        var start = Math.Clamp(place.Column - 1, 0, line.Length);
        var length = Math.Clamp(place.Length, 1, Math.Max(1, line.Length - start));
        var from = line.Length <= Widest ? 0 : Math.Clamp(start - Widest / 3, 0, line.Length - Widest);
        var shown = line.Substring(from, Math.Min(Widest, line.Length - from));
        var carets = new string('^', Math.Min(length, Math.Max(1, shown.Length - (start - from))));
        return new(place.Line, Printable(shown), new string(' ', start - from) + carets);
    }

    private static string? LineOf(string text, int number)
    {
        using var reader = new StringReader(text);
        for (var line = 1; line < number; line++)
            if (reader.ReadLine() is null)
                return null;
        return reader.ReadLine() ?? (number == 1 || text.EndsWith('\n') || text.EndsWith('\r') ? "" : null);
    }

    private static string Printable(string line) =>
        string.Concat(line.Select(character => char.IsControl(character) ? ' ' : character));
}
