using System.Text;
using Kelvin.Catalog;
using Kelvin.Language;

namespace Kelvin.Collection.Pushing;

/// <summary>
/// Reads rows from comma-separated text whose first record names the columns, with values written as in JSON. An empty field is missing.
/// A row that cannot be read is refused by itself; a header that names what is no column refuses all, for every row would be short of it.
/// </summary>
internal static class CsvRows
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The rows that can be read and those that cannot; or why the text cannot be used at all.</summary>
    public static Checked<ReadRows> Read(ReadOnlySpan<byte> bytes, Dataset dataset, PushLimits limits)
    {
        if (bytes.StartsWith("\uFEFF"u8))
            bytes = bytes[3..];
        string text;
        try
        {
            text = Strict.GetString(bytes);
        }
        catch (DecoderFallbackException failure)
        {
            return Checked<ReadRows>.Faulty(Issue.At(null, "push.not-utf8", ("byte", failure.Index + 1)));
        }
        var (rows, csv, fields) = (new RowsInTheMaking(dataset), new CsvFields(text), new List<string>());
        if (!csv.Read(fields))
            return Checked<ReadRows>.Faulty(Issue.At(null, "push.no-header"));
        if (csv.IsOpen || csv.IsBroken)
            return Checked<ReadRows>.Faulty(Issue.At(null, csv.IsOpen ? "push.quote-open" : "push.quotes", ("line", csv.Line)));
        var places = Places(fields, rows, out var fault);
        if (fault is not null)
            return Checked<ReadRows>.Faulty(fault);
        while (csv.Read(fields))
        {
            if (csv.IsOpen)
                return Checked<ReadRows>.Faulty(Issue.At(null, "push.quote-open", ("line", csv.Line)));
            if (rows.Count == limits.RowsARequest)
                return Checked<ReadRows>.Faulty(Issue.At(null, "push.too-many-rows", ("most", limits.RowsARequest)));
            rows.EndRow(csv.IsBroken ? Issue.At(null, "push.quotes", ("line", csv.Line)) : ReadRow(fields, places, rows, limits, csv.Line));
        }
        return Checked<ReadRows>.Sound(rows.Build());
    }

    private static List<int> Places(List<string> names, RowsInTheMaking rows, out Issue? fault)
    {
        var places = new List<int>();
        fault = null;
        foreach (var name in names)
            if (rows.PlaceOf(name) is not { } place)
                fault ??= rows.Unknown(name);
            else if (places.Contains(place))
                fault ??= Issue.At(null, "push.column-twice", ("column", name));
            else
                places.Add(place);
        return places;
    }

    private static Issue? ReadRow(List<string> fields, List<int> places, RowsInTheMaking rows, PushLimits limits, int line)
    {
        if (fields.Count != places.Count)
            return Issue.At(null, "push.field-count", ("line", line), ("count", fields.Count), ("expected", places.Count));
        Issue? fault = null;
        for (var at = 0; at < places.Count; at++)
        {
            var (column, written) = (rows[places[at]], fields[at]);
            if (written.Length == 0)
                continue;
            if (Encoding.UTF8.GetByteCount(written) > limits.BytesAValue)
                fault ??= Issue.At(null, "push.value-too-long", ("column", column.Name), ("most", limits.BytesAValue));
            else if (PlainValue.Read(written, column) is { } value)
                rows.Set(places[at], value);
            else
                fault ??= Issue.At(null, $"push.not-a-{PlainValue.KindOf(column)}", ("column", column.Name), ("value", written[..Math.Min(written.Length, 60)]));
        }
        return fault;
    }
}
