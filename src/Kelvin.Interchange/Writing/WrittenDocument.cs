using System.Collections.Immutable;
using Kelvin.Language;

namespace Kelvin.Interchange.Writing;

/// <summary>One definition as it was written, from which pieces can be taken out again.</summary>
/// <param name="File">The file it stands in.</param>
/// <param name="FirstLine">Its first line there, from 1.</param>
/// <param name="Lines">Its lines.</param>
internal sealed record WrittenDocument(string File, int FirstLine, ImmutableArray<string> Lines)
{
    private const string Separator = "---";

    /// <summary>Whether it is a dataset; else it is a metric.</summary>
    public bool IsDataset => Lines[0].StartsWith("dataset:", StringComparison.Ordinal);

    /// <summary>The name that it defines.</summary>
    public string Name => Lines[0][(Lines[0].IndexOf(':', StringComparison.Ordinal) + 1)..].Trim(' ', '\'', '"');

    /// <summary>The definitions of a file.</summary>
    public static IEnumerable<WrittenDocument> Of(string file, string text)
    {
        var lines = text.TrimEnd('\n').Split('\n');
        for (var first = 0; first < lines.Length;)
        {
            var end = Array.IndexOf(lines, Separator, first) is var found and >= 0 ? found : lines.Length;
            yield return new WrittenDocument(file, first + 1, [.. lines[first..end]]);
            first = end + 1;
        }
    }

    /// <summary>The file of these definitions.</summary>
    public static string TextOf(IEnumerable<WrittenDocument> documents) =>
        string.Join(Separator + "\n", documents.Select(document => string.Concat(document.Lines.Select(line => line + "\n"))));

    /// <summary>Whether a place lies in it.</summary>
    public bool Holds(Place place) => place.File == File && place.Line >= FirstLine && place.Line < FirstLine + Lines.Length;

    /// <summary>The line on which the column, link or time axis at a place begins, counted from 0; null where nothing but the whole could be taken out.</summary>
    public int? PieceAt(Place place)
    {
        var first = place.Line - FirstLine;
        while (first > 0 && IndentOf(first) > 2)
            first--;
        return IsDataset && (IndentOf(first) == 2 || Lines[first].StartsWith("time:", StringComparison.Ordinal)) ? first : null;
    }

    /// <summary>The same without the piece that begins on this line.</summary>
    public WrittenDocument Without(int piece)
    {
        var end = piece + 1;
        while (end < Lines.Length && IndentOf(end) > 2)
            end++;
        return this with { Lines = Lines.RemoveRange(piece, end - piece) };
    }

    private int IndentOf(int line) => Lines[line].Length - Lines[line].TrimStart(' ').Length;
}
