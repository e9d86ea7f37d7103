using System.Text.Encodings.Web;
using System.Text.Json;

namespace Kelvin.Cli.Query.Formats;

/// <summary>Rows as JSON objects: numbers with all their digits, dates and instants as ISO 8601 text, null where missing.</summary>
internal static class JsonValues
{
    /// <summary>Letters stay letters: the output is for files and programs, never part of a page.</summary>
    public static JsonWriterOptions Options(bool isIndented) => new() { Indented = isIndented, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void WriteRow(MachineTable table, int row, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        foreach (var column in table.Columns)
        {
            json.WritePropertyName(column.Name);
            Write(column.Values[row], json);
        }
        json.WriteEndObject();
    }

    private static void Write(object? value, Utf8JsonWriter json)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case decimal number:
                json.WriteNumberValue(MachineColumn.Shortest(number));
                break;
            case double number:
                json.WriteNumberValue(number);
                break;
            case bool truth:
                json.WriteBooleanValue(truth);
                break;
            default:
                json.WriteStringValue(CsvRows.Write(value));
                break;
        }
    }
}
