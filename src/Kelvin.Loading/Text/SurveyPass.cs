using System.Collections.Immutable;
using System.IO.Hashing;
using System.Text;
using Kelvin.Catalog;
using Kelvin.Formulas;
using Kelvin.Language;
using Kelvin.Loading.Formats;

namespace Kelvin.Loading.Text;

/// <summary>The pass that counts a file's records and finds out whether they are plain.</summary>
internal sealed class SurveyPass(
    FileLayout layout, Dataset dataset, FileFormat format, IProgress<double> progress, CancellationToken cancellationToken,
    FileLimits? limits = null)
{
    private const int ReportEvery = 1 << 14;
    private readonly ImmutableArray<byte[]> _missing = [.. format.Missing.Select(Encoding.UTF8.GetBytes)];
    private readonly SurveyColumn[] _columns =
        [.. layout.Columns.Select(laid => new SurveyColumn(laid.Field, PlainCheck.For(laid.Column, format), laid.Column, dataset.Requires(laid.Column)))];
    private long _records, _emptyLines;
    private bool _isPlain = true, _anyUtc, _anyLocal;
    private readonly PlainRecords _plain = new(layout.FieldNames.Length, (limits ?? FileLimits.Default).Field);
    private readonly Footers _footers = new(format.Footers, layout.Lead);
    private readonly AscendingKeys _keys = new(layout, dataset);
    private Issue? _fault;
    private DecimalMarks _marks;

    public FileSurvey Survey(SourceText source)
    {
        var hash = new XxHash128();
        try
        {
            using var stream = new HashingStream(source.Open(), hash);
            Survey(layout.Read(stream), Math.Max(1.0, new FileInfo(source.Path).Length));
        }
        catch (UnusableFileException unusable)
        {
            _fault = unusable.Issue;
        }
        return new FileSurvey(
            _records, _emptyLines, _fault is null && _isPlain && _plain is { Hold: true, AreUtf8: true } && source.IsUtf8 && !(_anyUtc && _anyLocal), _plain.AreUtf8, _fault, _plain.SpanLines, _plain.Ending,
            // Typed numbers are written as they are; what texts beside them say of a mark must not change how those are read.
            layout.IsTyped ? default : _marks, _anyUtc, Convert.ToHexString(hash.GetCurrentHash()))
        {
            KeysAscend = _keys.Hold,
        };
    }

    private void Survey(RecordReader reader, double length)
    {
        _isPlain = layout is { Quote: (byte)'"', Lead: 0 };
        for (var count = 0; _fault is null && reader.Next(); count++)
        {
            if (count % ReportEvery == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                progress.Report(Math.Min(1, reader.BytesRead / length));
            }
            Note(reader);
            if (layout.IsHeader(reader))
                continue;
            if (RecordKind.IsEmpty(reader, layout.Lead))
                CountEmpty(reader);
            else if (reader.Line < layout.FirstLine)
                PassOver();
            else if (_footers.Has(reader))
                PassOver();
            else
                Count(reader);
        }
    }

    private void Note(RecordReader reader)
    {
        _plain.Note(reader);
        if (reader.Fault == RecordFault.TooLong)
            _fault = Issue.At(null, "import.line-too-long", ("line", reader.Line), ("limit", RecordReader.LongestRecord));
    }

    private void CountEmpty(RecordReader reader)
    {
        _emptyLines++;
        _plain.NoteEmpty(reader);
    }

    private void PassOver()
    {
        _emptyLines++;
        _plain.NotePassedOver();
    }

    private void Count(RecordReader reader)
    {
        _records++;
        _plain.NoteRow(reader);
        if (reader.Fault != RecordFault.None || reader.FieldCount != layout.FieldNames.Length)
            return;
        foreach (ref readonly var column in _columns.AsSpan())
            Check(reader.Field(column.Field), column);
        _keys.Note(reader);
    }

    private void Check(ReadOnlySpan<byte> field, in SurveyColumn column)
    {
        if (field.IsEmpty || _missing.Length > 0 && IsMissing(field))
            _isPlain &= !column.IsRequired;
        else if (column.Check is not { } check)
            return;
        else if (!check(field))
        {
            _isPlain = false;
            if (column.IsNumber)
                _marks = _marks.With(NumberCore(field));
        }
        else if (column.IsNumber)
            NoteMark(field);
        else if (column.IsInstant && field[^1] == 'Z')
            _anyUtc = true;
        else if (column.IsInstant)
            _anyLocal = true;
    }

    /// <summary>A plain number can prove the point and nothing else, and once is enough.</summary>
    private void NoteMark(ReadOnlySpan<byte> field)
    {
        if (_marks.Point == 0)
            _marks = _marks.With(NumberCore(field));
    }

    /// <summary>The digits and marks of a number without what stands around them, and without an exponent.</summary>
    private static ReadOnlySpan<byte> NumberCore(ReadOnlySpan<byte> field)
    {
        var first = field.IndexOfAnyInRange((byte)'0', (byte)'9');
        if (first < 0)
            return [];
        var number = field[first..];
        if (number.IndexOfAny((byte)'e', (byte)'E') is > 0 and var exponent)
            number = number[..exponent];
        return number[..(number.LastIndexOfAnyInRange((byte)'0', (byte)'9') + 1)];
    }

    private bool IsMissing(ReadOnlySpan<byte> field)
    {
        foreach (var word in _missing)
            if (field.SequenceEqual(word))
                return true;
        return false;
    }

    private readonly record struct SurveyColumn(int Field, FieldCheck? Check, Column Column, bool IsRequired)
    {
        public bool IsNumber { get; } = Column.Type.Kind == ValueKind.Number;

        public bool IsInstant { get; } = Column.Type.Kind == ValueKind.Timestamp;
    }
}
