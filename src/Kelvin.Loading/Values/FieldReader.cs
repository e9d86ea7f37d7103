using System.Text;
using Kelvin.Catalog;
using Kelvin.Formulas;
using Kelvin.Language;
using Kelvin.Loading.Text;

namespace Kelvin.Loading.Values;

/// <summary>Reads the fields of one column as people write them, and rewrites them as the engine reads them.</summary>
internal abstract class FieldReader(Column column)
{
    /// <summary>The column.</summary>
    protected Column Column { get; } = column;

    /// <summary>The reader for a column.</summary>
    /// <param name="column">The column.</param>
    /// <param name="format">How the file is written.</param>
    /// <param name="marks">What the file's numbers say of their decimal mark.</param>
    /// <param name="zone">The zone of instants written without one.</param>
    /// <param name="isTyped">Whether days and moments may also be written year first, because they were no texts.</param>
    public static FieldReader For(Column column, FileFormat format, DecimalMarks marks, LocalTimeline zone, bool isTyped = false) => column.Type.Kind switch
    {
        ValueKind.Text => new TextReading(column),
        ValueKind.Boolean => new BooleanReading(column),
        ValueKind.Date => new DateReading(column, format.Dates, isTyped),
        ValueKind.Timestamp => new TimestampReading(column, format.Timestamps, zone, isTyped),
        _ => new NumberReading(column, format.DecimalMark ?? marks.Mark, format.DecimalMark is not null || marks.IsProven),
    };

    /// <summary>Appends the rewritten field, which is not blank.</summary>
    /// <returns>Why that cannot be done, or null.</returns>
    public abstract Issue? Rewrite(ReadOnlySpan<char> field, StringBuilder rewritten);

    /// <summary>An issue with this field.</summary>
    protected Issue Fault(string code, ReadOnlySpan<char> field, params ReadOnlySpan<(string Name, object? Value)> more) =>
        Issue.At(null, code, [("column", Column.Name), ("value", field.Length > 60 ? $"{field[..60]}…" : field.ToString()), .. more]);

    private sealed class TextReading(Column column) : FieldReader(column)
    {
        public override Issue? Rewrite(ReadOnlySpan<char> field, StringBuilder rewritten)
        {
            // Not every engine can keep it, and a company that changes engines keeps its rows.
            if (field.Contains('\0'))
                return Issue.At(null, "import.null-character", ("column", Column.Name));
            rewritten.Append('"');
            foreach (var character in field)
                rewritten.Append(character == '"' ? "\"\"" : [character]);
            rewritten.Append('"');
            return null;
        }
    }

    private sealed class BooleanReading(Column column) : FieldReader(column)
    {
        public override Issue? Rewrite(ReadOnlySpan<char> field, StringBuilder rewritten)
        {
            if (TruthWords.Read(field.Trim()) is not { } truth)
                return Fault("import.not-boolean", field);
            rewritten.Append(truth ? "true" : "false");
            return null;
        }
    }
}
