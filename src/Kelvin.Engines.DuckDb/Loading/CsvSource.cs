using System.Globalization;
using Kelvin.Catalog;
using Kelvin.Loading.Text;
using Kelvin.Sql.Dialects;

namespace Kelvin.Engines.DuckDb.Loading;

/// <summary>The engine's reader of separated text, with everything said and nothing left to be guessed.</summary>
internal static class CsvSource
{
    /// <summary>A field's name in the reader.</summary>
    public static string FieldName(int field) => string.Create(CultureInfo.InvariantCulture, $"f{field}");

    /// <summary>A plain file as it is.</summary>
    public static string Of(string path, FileLayout layout, string[] types, FileFormat format, PlainAssumptions assumptions)
    {
        var missing = string.Join(", ", format.Missing.Prepend("").Distinct(StringComparer.Ordinal).Select(DuckDbDialect.Quoted));
        return Reader(path, types, layout.Separator, layout.HasHeader, missing, assumptions.Ending == LineEnding.ReturnLineFeed ? "\\r\\n" : "\\n", !assumptions.SpansLines);
    }

    /// <summary>A file rewritten by us.</summary>
    public static string OfRewritten(string path, string[] types, bool spansLines) =>
        Reader(path, types, (byte)',', hasHeader: false, "''", "\\n", !spansLines);

    /// <summary>
    /// Where records span lines, one thread reads: several would have to guess in the middle of the file whether a line break is
    /// inside quotes.
    /// </summary>
    private static string Reader(string path, string[] types, byte separator, bool hasHeader, string missing, string lineEnd, bool parallel)
    {
        var columns = string.Join(", ", types.Select((type, at) => $"{DuckDbDialect.Quoted(FieldName(at))}: {DuckDbDialect.Quoted(type)}"));
        var delimiter = DuckDbDialect.Quoted(((char)separator).ToString());
        var longest = RecordReader.LongestRecord.ToString(CultureInfo.InvariantCulture);
        return $$"""
            read_csv({{DuckDbDialect.Quoted(path)}}, auto_detect = false, columns = {{{columns}}},
              header = {{Truth(hasHeader)}}, delim = {{delimiter}}, quote = '"', escape = '"', nullstr = [{{missing}}], new_line = '{{lineEnd}}',
              max_line_size = {{longest}}, strict_mode = true, null_padding = false, compression = 'none', parallel = {{Truth(parallel)}})
            """;
    }

    private static string Truth(bool value) => value ? "true" : "false";
}
