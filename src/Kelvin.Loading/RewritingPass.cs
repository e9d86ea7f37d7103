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
/// <param name="file">The file.</param>
/// <param name="columns">Which columns are written, in their order; one that the file has not is missing throughout.</param>
/// <param name="marks">What its numbers say of their decimal mark.</param>
/// <param name="rejections">Takes the rejected rows.</param>
/// <param name="progress">Told how many records are read.</param>
/// <param name="cancellationToken">Ends it.</param>
internal sealed class RewritingPass(
    TextFile file, ImmutableArray<Column> columns, DecimalMarks marks, IRejections rejections, IProgress<long> progress, CancellationToken cancellationToken)
{
    private const int ReportEvery = 1 << 14;
    private readonly FileLayout _layout = file.Layout;
    private readonly WrittenColumn[] _columns = [.. columns.Select(column => WrittenColumn.Of(column, file, marks))];
    private readonly ImmutableHashSet<string> _missing = [.. file.Request.Format.Missing];
    private readonly int _longestField = file.Limits.Field;
    private readonly Footers _footers = new(file.Request.Format.Footers, file.Layout.Lead);
    private readonly StringBuilder _row = new();
    private readonly List<Issue> _faults = [];
    private char[] _characters = new char[1_024];

    /// <summary>Rewrites the text, a row a line.</summary>
    /// <returns>How many rows were written.</returns>
    public long Rewrite(Stream text, TextWriter target)
    {
        var reader = _layout.Read(text);
        long records = 0, written = 0;
        while (reader.Next())
        {
            if (_layout.IsHeader(reader) || reader.Line < _layout.FirstLine || RecordKind.IsEmpty(reader, _layout.Lead))
                continue;
            if (_footers.Has(reader))
                continue;
            if (records++ % ReportEvery == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                progress.Report(records);
            }
            _faults.Clear();
            _row.Clear().Append(CultureInfo.InvariantCulture, $"{file.Lines.Of(reader.Line)}");
            if (WhyNoRow(reader) is { } whole)
                _faults.Add(whole);
            else
                foreach (var (column, field, fields, isRequired) in _columns)
                    Take(field < 0 ? [] : reader.Field(field), column, fields, isRequired);
            if (_faults.Count > 0)
                rejections.Add(reader.Line, RejectedFile.Record(reader, _layout), _faults);
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
        _ when reader.FieldCount < _layout.FieldNames.Length || !IsBlankAfter(reader, _layout.FieldNames.Length) =>
            Issue.At(null, "import.other-field-count", ("found", reader.FieldCount - _layout.Lead), ("expected", _layout.FieldNames.Length - _layout.Lead)),
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
        if (_layout.Lead > 0)
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

    private readonly record struct WrittenColumn(Column Column, int Field, FieldReader Reader, bool IsRequired)
    {
        public static WrittenColumn Of(Column column, TextFile file, DecimalMarks marks)
        {
            var laid = file.Layout.Columns.FirstOrDefault(laid => laid.Column == column);
            return new WrittenColumn(
                column, laid?.Field ?? -1, FieldReader.For(column, file.Request.Format, marks, file.Timeline, file.Layout.IsTyped),
                laid is not null && file.Request.Dataset.Requires(column));
        }
    }
}
