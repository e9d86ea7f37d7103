using System.Globalization;
using Kelvin.Calendars;
using Kelvin.Language;

namespace Kelvin.Server.Exports;

/// <summary>
/// Writes a table as people's spreadsheets open it: where the decimal mark is a comma, fields are separated by
/// semicolons. Starts with a byte order mark, without which Excel takes UTF-8 for something else.
/// </summary>
internal sealed class CsvText(TextWriter writer, Tongue tongue)
{
    public const string ContentType = "text/csv; charset=utf-8";

    private readonly CultureInfo _culture = Texts.CultureOf(tongue);

    private char Separator => _culture.NumberFormat.NumberDecimalSeparator == "," ? ';' : ',';

    /// <summary>Writes the mark and the headings.</summary>
    public Task HeadAsync(IEnumerable<string> names) => writer.WriteAsync('\uFEFF' + Line(names.Select(Quoted)));

    /// <summary>Writes a row.</summary>
    public Task RowAsync(IEnumerable<object?> cells) => writer.WriteAsync(Line(cells.Select(Cell)));

    private string Line(IEnumerable<string> fields) => string.Join(Separator, fields) + "\r\n";

    private string Cell(object? value) => value switch
    {
        null => "",
        decimal number => number.ToString("0.############################", _culture),
        double number => number.ToString("R", _culture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime moment => moment.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        Period { Grain.IsWithinDay: true } period => period.Start.ToString("yyyy-MM-dd'T'HH:mmzzz", CultureInfo.InvariantCulture),
        Period period => period.FirstDay.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        bool truth => truth ? "1" : "0",
        _ => Quoted(Harmless(value.ToString() ?? "")),
    };

    // A text that begins like a formula would be run by the spreadsheet that opens the file.
    private static string Harmless(string text) => text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? "'" + text : text;

    private string Quoted(string text) =>
        text.IndexOfAny([Separator, '"', '\n', '\r']) >= 0 ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
