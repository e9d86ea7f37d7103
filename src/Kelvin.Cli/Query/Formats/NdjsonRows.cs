using System.Text.Json;

namespace Kelvin.Cli.Query.Formats;

/// <summary>A JSON object a line.</summary>
internal static class NdjsonRows
{
    public static async Task WriteAsync(MachineTable table, Stream stream, CancellationToken cancellationToken)
    {
        await using var json = new Utf8JsonWriter(stream, JsonValues.Options(isIndented: false));
        for (var row = 0; row < table.Rows; row++)
        {
            JsonValues.WriteRow(table, row, json);
            await json.FlushAsync(cancellationToken);
            stream.WriteByte((byte)'\n');
            json.Reset();
        }
    }
}
