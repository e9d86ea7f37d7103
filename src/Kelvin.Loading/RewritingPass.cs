using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Unicode;
using Kelvin.Catalog;
using Kelvin.Language;
using Kelvin.Loading.Formats;
using Kelvin.Loading.Rejecting;
using Kelvin.Loading.Text;
using Kelvin.Loading.Values;

namespace Kelvin.Loading;

/// <summary>
/// The pass over a file that is not plain: each record is read by us, exactly, and either rewritten plainly with its line number
/// in front, or rejected with everything that is wrong with it.
/// </summary>
internal sealed class RewritingPass(
    FileLayout layout, Dataset dataset, FileFormat format, DecimalMarks marks, LocalTimeline zone, IRejections rejections,
    IProgress<long> progress, CancellationToken cancellationToken, FileLimits? limits = null)
{
    private const int ReportEvery = 1 << 14;
    private readonly (LaidColumn Laid, FieldReader Reader, bool IsRequired)[] _columns =
        [.. layout.Columns.Select(laid => (laid, FieldReader.For(laid.Column, format, marks, zone, layout.IsTyped), dataset.Requires(laid.Column)))];
    private readonly ImmutableHashSet<string> _missing = [.. format.Missing];
    private readonly int _longestField = (limits ?? FileLimits.Default).Field;
    private readonly Footers _footers = new(format.Footers, layout.Lead);
    private readonly StringBuilder _row = new();
    private readonly List<Issue> _faults = [];
    private char[] _characters = new char[1_024];

    /// <summary>Rewrites the text, a row a line.</summary>
    /// <returns>How many rows were written.</returns>
    public long Rewrite(Stream text, TextWriter target)
    {
        var reader = layout.Read(text);
        long records = 0, written = 0;
        while (reader.Next())
        {
            if (layout.IsHeader(reader) || reader.Line < layout.FirstLine || RecordKind.IsEmpty(reader, layout.Lead))
                continue;
            if (_footers.Has(reader))
                continue;
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
                rejections.Add(reader.Line, RejectedFile.Record(reader, layout), _faults);
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
        _ when reader.FieldCount < layout.FieldNames.Length || !IsBlankAfter(reader, layout.FieldNames.Length) =>
            Issue.At(null, "import.other-field-count", ("found", reader.FieldCount - layout.Lead), ("expected", layout.FieldNames.Length - layout.Lead)),
        _ when !Utf8.IsValid(reader.Raw) => Issue.At(null, "import.not-utf8"),
        _ => null,
    };

    /// <summary>Whether all that stands after the last column is blank: some programs end rows with separators, and not their headers.</summary>
    private static bool IsBlankAfter(RecordReader reader, int count)
    {
        for (var at = count; at < reader.FieldCount; at++)
            if (!reader.Field(at).Trim(" \t"u8).IsEmpty)
                return false;
        return true;
    }

    private void Take(ReadOnlySpan<byte> field, Column column, FieldReader reader, bool isRequired)
    {
        _row.Append(',');
        if (field.Length > _longestField)
        {
            _faults.Add(Issue.At(null, "import.field-too-long", ("column", column.Name), ("length", field.Length), ("limit", _longestField)));
            return;
        }
        if (_characters.Length < field.Length)
            _characters = new char[field.Length];
        ReadOnlySpan<char> text = _characters.AsSpan(0, Encoding.UTF8.GetChars(field, _characters));
        if (layout.Lead > 0)
            text = HarmlessText.Original(text);
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
