using System.Collections.Immutable;
using System.Text;
using Kelvin.Loading.Text;

namespace Kelvin.Loading.Rejecting;

/// <summary>Rows of a file of rejected rows, as a person mends them.</summary>
/// <param name="Columns">The names of the columns; their numbers where the original has none.</param>
/// <param name="Rows">The first rows.</param>
/// <param name="Total">How many rows there are.</param>
public sealed record RejectedRows(ImmutableArray<string> Columns, ImmutableArray<RejectedRow> Rows, long Total)
{
    private const int Separator = 4;

    /// <summary>Reads the first rows.</summary>
    public static RejectedRows Read(string path, int most)
    {
        using var file = File.OpenRead(path);
        var reader = Open(file, out _);
        var header = reader.Next() ? Fields(reader, RejectedFile.Lead) : [];
        var rows = ImmutableArray.CreateBuilder<RejectedRow>();
        long total = 0;
        while (reader.Next())
            if (++total <= most)
                rows.Add(RowOf(reader));
        var width = rows.Select(row => row.Cells.Length).Append(header.Length).Max();
        var isNamed = header.Any(name => name.Length > 0);
        return new RejectedRows(
            [.. Enumerable.Range(0, width).Select(at => isNamed && at < header.Length ? header[at] : FormattableString.Invariant($"{at + 1}"))],
            [.. rows.Select(row => row.Cells.IsEmpty ? row : row with { Cells = [.. row.Cells, .. Enumerable.Repeat("", width - row.Cells.Length)] })], total);
    }

    /// <summary>Writes a file with some of its rows mended, by their place from 0, and the others as they are.</summary>
    public static void Mend(string path, string mended, IReadOnlyDictionary<int, ImmutableArray<string>> rows)
    {
        using var file = File.OpenRead(path);
        var reader = Open(file, out var separator);
        // Spreadsheets need the mark to see UTF-8.
        using var writer = new StreamWriter(mended, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        if (reader.Next())
            writer.WriteLine(Encoding.UTF8.GetString(reader.Raw));
        for (var at = 0; reader.Next(); at++)
            writer.WriteLine(rows.TryGetValue(at, out var cells) && IsMended(reader, cells)
                ? string.Join(separator, Fields(reader, 0)[..RejectedFile.Lead].Concat(cells.Select(HarmlessText.Of)).Select(text => RejectedFile.Quoted(text, separator)))
                : Encoding.UTF8.GetString(reader.Raw));
    }

    /// <summary>
    /// Whether a row has become another. A line that could not be parted stands whole in the first field: left so, it is not made a row
    /// whose other fields are empty.
    /// </summary>
    private static bool IsMended(RecordReader reader, ImmutableArray<string> cells) => RowOf(reader).Cells is var before
        && (before.Length > 1 || before.Length == 1 && (cells[0] != before[0] || cells.Skip(1).Any(cell => cell.Length > 0)));

    /// <summary>The separator of such a file stands after the first word of it.</summary>
    private static RecordReader Open(FileStream file, out char separator)
    {
        Span<byte> head = stackalloc byte[16];
        var read = head[..file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
        var mark = read.StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
        var word = read[mark..];
        separator = word.Length > Separator ? (char)word[word.StartsWith("row"u8) ? Separator - 1 : Separator] : ',';
        file.Position = mark;
        return new RecordReader(file, (byte)separator);
    }

    private static RejectedRow RowOf(RecordReader reader)
    {
        // Someone may have spoilt it with an editor.
        if (reader.FieldCount < RejectedFile.Lead)
            return new RejectedRow("", Encoding.UTF8.GetString(reader.Raw), []);
        var fields = Fields(reader, 0);
        return new RejectedRow(
            fields[0], fields[1], [.. fields.Skip(RejectedFile.Lead).Select(text => HarmlessText.Original(text).ToString())]);
    }

    private static ImmutableArray<string> Fields(RecordReader reader, int from)
    {
        var fields = ImmutableArray.CreateBuilder<string>();
        for (var at = from; at < reader.FieldCount; at++)
            fields.Add(Encoding.UTF8.GetString(reader.Field(at)));
        return fields.ToImmutable();
    }
}

/// <summary>A rejected row.</summary>
/// <param name="Line">Its line in the original, or its number there.</param>
/// <param name="Reason">Why it was rejected; all that it says where it is no such row.</param>
/// <param name="Cells">Its fields; none where it is no such row.</param>
public sealed record RejectedRow(string Line, string Reason, ImmutableArray<string> Cells);
