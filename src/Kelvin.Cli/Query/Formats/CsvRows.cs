using System.Globalization;
using System.Text;
using Kelvin.Loading.Text;

namespace Kelvin.Cli.Query.Formats;

/// <summary>Rows as comma-separated text (RFC 4180): decimal points, ISO dates, instants in UTC, nothing where missing; texts that no spreadsheet takes for formulas.</summary>
internal static class CsvRows
{
    public static async Task WriteAsync(MachineTable table, Stream stream)
    {
        await using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true) { NewLine = "\n" };
        await writer.WriteLineAsync(string.Join(',', table.Columns.Select(column => Quote(column.Name))));
        for (var row = 0; row < table.Rows; row++)
            await writer.WriteLineAsync(string.Join(',', table.Columns.Select(column => Quote(Harmless(column.Values[row])))));
    }

    /// <summary>A value as programs write it.</summary>
    public static string Write(object? value) => value switch
    {
        null => "",
        decimal number => MachineColumn.Shortest(number).ToString(CultureInfo.InvariantCulture),
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        bool truth => truth ? "true" : "false",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime moment => moment.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFZ", CultureInfo.InvariantCulture),
        _ => (string)value,
    };

    private static string Harmless(object? value) => value is string text ? HarmlessText.Of(text) : Write(value);

    private static string Quote(string text) =>
        text.AsSpan().ContainsAny(",\"\r\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
