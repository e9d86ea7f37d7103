using System.Globalization;
using System.Text.Json;
using Kelvin.Calendars;
using Kelvin.Language;
using Kelvin.Queries.Answers;

namespace Kelvin.Cli.Query.Formats;

/// <summary>An answer as one JSON document: what was asked, what each column is, and the rows.</summary>
internal static class JsonAnswer
{
    public static async Task WriteAsync(MetricAnswer answer, Tongue tongue, Stream stream, CancellationToken cancellationToken)
    {
        await using (var json = new Utf8JsonWriter(stream, JsonValues.Options(isIndented: true)))
        {
            json.WriteStartObject();
            Stretch("range", answer.Range, json);
            if (answer.ComparedRange is { } compared)
                Stretch("compared_range", compared, json);
            json.WriteString("unfinished_from", answer.UnfinishedFrom);
            json.WriteString("catalog_version", answer.Explanation.CatalogVersion);
            Notes(answer, tongue, json);
            Columns(answer, tongue, json);
            Rows(MachineTable.Of(answer), json);
            json.WriteEndObject();
            await json.FlushAsync(cancellationToken);
        }
        stream.WriteByte((byte)'\n');
    }

    private static void Notes(MetricAnswer answer, Tongue tongue, Utf8JsonWriter json)
    {
        if (answer.Explanation.Notes.IsEmpty)
            return;
        json.WriteStartArray("notes");
        foreach (var note in answer.Explanation.Notes)
            json.WriteStringValue(note.Message(tongue));
        json.WriteEndArray();
    }

    private static void Columns(MetricAnswer answer, Tongue tongue, Utf8JsonWriter json)
    {
        json.WriteStartArray("columns");
        foreach (var column in answer.Columns)
        {
            json.WriteStartObject();
            json.WriteString("name", column.Name);
            json.WriteString("role", column.Role.ToString().ToLowerInvariant());
            json.WriteString("label", column.Label.In(tongue));
            if (column.Metric is not null)
                json.WriteString("unit", column.Type.Unit.ToString());
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Rows(MachineTable table, Utf8JsonWriter json)
    {
        json.WriteStartArray("rows");
        for (var row = 0; row < table.Rows; row++)
            JsonValues.WriteRow(table, row, json);
        json.WriteEndArray();
    }

    private static void Stretch(string name, Period period, Utf8JsonWriter json)
    {
        json.WriteStartObject(name);
        json.WriteString("start", period.Start.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture));
        json.WriteString("end", period.End.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture));
        json.WriteEndObject();
    }
}
