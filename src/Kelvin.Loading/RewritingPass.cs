using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Unicode;
using Kelvin.Catalog;
using Kelvin.Language;
using Kelvin.Loading.Rejecting;
using Kelvin.Loading.Text;
using Kelvin.Loading.Values;

namespace Kelvin.Loading;

/// <summary>
/// The pass over a file that is not plain: each record is read by us, exactly, and either rewritten plainly with its line number
/// in front, or rejected with everything that is wrong with it.
/// </summary>
internal sealed class RewritingPass(
    FileLayout layout, Dataset dataset, FileFormat format, DecimalMarks marks, LocalTimeline zone, RejectionLog rejections,
    IProgress<long> progress, CancellationToken cancellationToken)
{
    private const int ReportEvery = 1 << 14;
    private readonly (LaidColumn Laid, FieldReader Reader, bool IsRequired)[] _columns =
        [.. layout.Columns.Select(laid => (laid, FieldReader.For(laid.Column, format, marks, zone), !laid.Column.IsOptional || dataset.Key.Contains(laid.Column.Name)))];
    private readonly ImmutableHashSet<string> _missing = [.. format.Missing];
    private readonly StringBuilder _row = new();
    private readonly List<Issue> _faults = [];
    private char[] _characters = new char[1_024];

    /// <summary>Rewrites the text, a row a line.</summary>
    /// <returns>How many rows were written.</returns>
    public long Rewrite(SourceText source, TextWriter target)
    {
        using var stream = source.Open();
        var reader = new RecordReader(stream, layout.Separator);
        var isHeader = layout.HasHeader;
        long records = 0, written = 0;
        while (reader.Next())
        {
            if (RecordKind.IsEmpty(reader))
                continue;
            if (isHeader)
            {
                isHeader = false;
                continue;
            }
            if (records++ % ReportEvery == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                progress.Report(records);
            }
            _faults.Clear();
            _row.Clear().Append(reader.Line.ToString(CultureInfo.InvariantCulture));
            if (WhyNoRow(reader) is { } whole)
                _faults.Add(whole);
            else
                foreach (var (laid, fields, isRequired) in _columns)
                    Take(reader.Field(laid.Field), laid.Column, fields, isRequired);
            if (_faults.Count > 0)
                rejections.Add(reader.Line, Encoding.UTF8.GetString(reader.Raw), _faults);
            else
            {
                target.Write(_row.Append('\n'));
                written++;
            }
        }
        return written;
    }

    private Issue? WhyNoRow(RecordReader reader) => reader.Fault switch
    {
        RecordFault.UnclosedQuote => Issue.At(null, "import.unclosed-quote"),
        RecordFault.TextAfterQuote => Issue.At(null, "import.text-after-quote"),
        _ when reader.FieldCount != layout.FieldNames.Length =>
            Issue.At(null, "import.other-field-count", ("found", reader.FieldCount), ("expected", layout.FieldNames.Length)),
        _ when !Utf8.IsValid(reader.Raw) => Issue.At(null, "import.not-utf8"),
        _ => null,
    };

    private void Take(ReadOnlySpan<byte> field, Column column, FieldReader reader, bool isRequired)
    {
        _row.Append(',');
        if (_characters.Length < field.Length)
            _characters = new char[field.Length];
        ReadOnlySpan<char> text = _characters.AsSpan(0, Encoding.UTF8.GetChars(field, _characters));
        if (text.IsWhiteSpace() || _missing.Count > 0 && _missing.Contains(text.ToString()))
        {
            if (isRequired)
                _faults.Add(Issue.At(null, "import.value-missing", ("column", column.Name)));
        }
        else if (reader.Rewrite(text, _row) is { } fault)
        {
            _faults.Add(fault);
        }
    }
}
