using System.Collections.Immutable;
using System.Text;
using Kelvin.Catalog;
using Kelvin.Loading.Text;

namespace Kelvin.Loading.Proposing;

/// <summary>What the rows of a part of a file say of its columns.</summary>
internal sealed class EvidencePart(TableShape shape, FileFormat known, int longest, bool trustsOrder, int parts)
{
    private const int ReportEvery = 1 << 14;
    private const int LongestWord = 20;

    private static readonly ImmutableArray<string> SummingWords =
        ["total", "totals", "totalt", "summa", "sum", "grand total", "subtotal", "sub total", "delsumma", "all total", "genomsnitt", "average", "medelvärde"];

    private readonly SortedSet<string> _footers = new(StringComparer.OrdinalIgnoreCase);
    private readonly Footers _knownFooters = new(known.Footers, 0);

    public ImmutableArray<ColumnEvidence> Columns { get; } = [.. shape.Names.Select(_ => new ColumnEvidence(trustsOrder, parts))];

    /// <summary>How the records are parted.</summary>
    public PlainRecords Records { get; } = new(shape.Names.Length, longest);

    /// <summary>The words with which rows begin that sum up others.</summary>
    public IReadOnlyCollection<string> FooterWords => _footers;

    public long Rows { get; private set; }

    public long EmptyLines { get; private set; }

    public long FooterRows { get; private set; }

    /// <summary>Reads on to this byte.</summary>
    /// <param name="reader">The records.</param>
    /// <param name="until">The byte.</param>
    /// <param name="isFirst">Whether the part begins with the file.</param>
    /// <param name="goesOn">Told how far it has come; false stops it.</param>
    /// <returns>The byte after the last record; negative when it was stopped.</returns>
    public long Read(RecordReader reader, long until, bool isFirst, Predicate<long> goesOn)
    {
        for (var count = 0; reader.Position < until && reader.Next(); count++)
        {
            if (count % ReportEvery == 0 && !goesOn(reader.BytesRead))
                return -1;
            Records.Note(reader);
            if (isFirst && reader.Line < shape.FirstLine)
                Records.NotePassedOver();
            else if (!(isFirst && shape.HasHeader && reader.Line == shape.FirstLine))
                Take(reader);
        }
        return reader.Position;
    }

    /// <summary>Takes in what the rows after these say.</summary>
    public void Join(EvidencePart later)
    {
        Rows += later.Rows;
        EmptyLines += later.EmptyLines;
        FooterRows += later.FooterRows;
        _footers.UnionWith(later._footers);
        Records.Join(later.Records);
        for (var at = 0; at < Columns.Length; at++)
            Columns[at].Join(later.Columns[at]);
    }

    private void Take(RecordReader reader)
    {
        if (RecordKind.IsEmpty(reader))
        {
            EmptyLines++;
            Records.NoteEmpty(reader);
            return;
        }
        Records.NoteRow(reader);
        if (reader.Fault != RecordFault.None)
            return;
        if (_knownFooters.Has(reader) || SumsUp(reader))
        {
            FooterRows++;
            Records.NotePassedOver();
            return;
        }
        Rows++;
        for (var at = 0; at < Math.Min(reader.FieldCount, Columns.Length); at++)
            Columns[at].Add(reader.Field(at));
    }

    /// <summary>Whether a row begins with a word for a sum and leaves fields empty, as a row of things does not.</summary>
    private bool SumsUp(RecordReader reader)
    {
        var (first, blank) = (-1, false);
        for (var at = 0; at < reader.FieldCount && !(blank && first >= 0); at++)
        {
            var field = reader.Field(at).Trim(" \t"u8);
            if (field.IsEmpty)
                blank = true;
            else if (first < 0 && (field.Length > LongestWord || !char.IsAsciiLetter((char)field[0])))
                return false;
            else if (first < 0)
                first = at;
        }
        if (!blank || first < 0)
            return false;
        var text = Encoding.UTF8.GetString(reader.Field(first).Trim(" \t"u8));
        if (SummingWords.FirstOrDefault(text.StartsWithWord) is not { } word)
            return false;
        _footers.Add(text[..word.Length]);
        return true;
    }
}
