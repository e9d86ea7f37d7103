using System.Text;
using Kelvin.Loading.Text;

namespace Kelvin.Loading.Rejecting;

/// <summary>
/// How files of rejected rows are written and known again: the line and the reason stand in front of the fields of the original,
/// and texts are <see cref="HarmlessText"/>, which become what they were when the rows come back.
/// </summary>
public static class RejectedFile
{
    /// <summary>How many fields stand in front.</summary>
    public const int Lead = 2;

    private const string Line = "line", Row = "row", Reason = "reason";

    /// <summary>The header of rejected rows, from the header of the file they are from.</summary>
    /// <param name="original">That header; empty where the file has none.</param>
    /// <param name="separator">The character between fields.</param>
    /// <param name="isTyped">Whether the values had types of their own.</param>
    public static string Header(string original, char separator, bool isTyped) =>
        $"{(isTyped ? Row : Line)}{separator}{Reason}{separator}{original}";

    /// <summary>Whether a file begins as one of rejected rows does.</summary>
    public static bool Begins(ReadOnlySpan<byte> head)
    {
        var line = head.IndexOfAny((byte)'\r', (byte)'\n') is var end && end >= 0 ? head[..end] : head;
        var name = line.StartsWith("line"u8) ? line[Line.Length..] : line.StartsWith("row"u8) ? line[Row.Length..] : [];
        return name.Length > 1 && name[1..].StartsWith("reason"u8);
    }

    /// <summary>Whether a header is one of rejected rows.</summary>
    public static bool Is(IReadOnlyList<string> header) => header is [Line or Row, Reason, ..] && header.Count > Lead;

    /// <summary>Whether the rejected rows were of a file whose values had types of their own.</summary>
    public static bool IsTyped(IReadOnlyList<string> header) => Is(header) && header[0] == Row;

    /// <summary>A record as it is written to such a file: as in the original, which may be such a file itself, in the usual quotes.</summary>
    public static string Record(RecordReader reader, FileLayout layout)
    {
        // One that cannot be parted has no fields, so nothing in front of them that could be left out.
        if (reader.Fault != RecordFault.None)
            return Encoding.UTF8.GetString(reader.Raw);
        if (layout.Quote == (byte)'"')
            return Encoding.UTF8.GetString(reader.RawFrom(layout.Lead));
        var fields = new List<string>();
        for (var at = layout.Lead; at < reader.FieldCount; at++)
            fields.Add(Quoted(Encoding.UTF8.GetString(reader.Field(at)), (char)layout.Separator));
        return string.Join((char)layout.Separator, fields);
    }

    /// <summary>
    /// A record whose texts no spreadsheet takes for formulas, as it is where none would be. One that cannot be parted becomes a single
    /// field, so that what stands in front of it can still be told from it.
    /// </summary>
    public static string HarmlessRecord(string raw, char separator)
    {
        if (raw.AsSpan().IndexOfAny("=+-@\t\r'\"") < 0)
            return raw;
        var reader = new RecordReader(new MemoryStream(Encoding.UTF8.GetBytes(raw)), (byte)separator);
        if (!reader.Next() || reader.Fault != RecordFault.None)
            return Quoted(HarmlessText.Of(raw), separator);
        var fields = new List<string>();
        var isChanged = false;
        for (var at = 0; at < reader.FieldCount; at++)
        {
            var text = Encoding.UTF8.GetString(reader.Field(at));
            isChanged |= HarmlessText.IsFormula(text);
            fields.Add(Quoted(HarmlessText.Of(text), separator));
        }
        return isChanged ? string.Join(separator, fields) : raw;
    }

    internal static string Quoted(string text, char separator) =>
        text.AsSpan().IndexOfAny([separator, '"', '\r', '\n']) < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
