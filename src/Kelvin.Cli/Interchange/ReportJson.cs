using System.Text.Encodings.Web;
using System.Text.Json;
using Kelvin.Cli.Check;
using Kelvin.Interchange.Reports;
using Kelvin.Language;

namespace Kelvin.Cli.Interchange;

/// <summary>What became of each element, for other programs.</summary>
internal static class ReportJson
{
    public static void Write(InterchangeReport report, IReadOnlyList<string> written, Tongue tongue, Stream output)
    {
        using var json = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartObject();
        json.WriteNumber("datasets", report.Count(ElementKind.Dataset));
        json.WriteNumber("metrics", report.Count(ElementKind.Metric));
        json.WriteNumber("partial", report.Count(ElementOutcome.Partial));
        json.WriteNumber("left-out", report.Count(ElementOutcome.LeftOut));
        json.WriteStartArray("files");
        foreach (var file in written)
            json.WriteStringValue(file);
        json.WriteEndArray();
        json.WriteStartArray("elements");
        foreach (var line in report.Lines)
            Write(line, tongue, json);
        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        output.WriteByte((byte)'\n');
    }

    private static void Write(ReportLine line, Tongue tongue, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        if (line.Element is { } element)
        {
            json.WriteString("kind", ReportWords.Code(element.Kind));
            json.WriteString("name", element.Name);
            if (element.Place is { } place)
            {
                json.WriteString("file", place.File);
                json.WriteNumber("line", place.Line);
                json.WriteNumber("column", place.Column);
            }
        }
        json.WriteString("outcome", ReportWords.Code(line.Outcome));
        json.WriteStartArray("remarks");
        foreach (var remark in line.Remarks)
            CheckReport.Write(remark, tongue, json);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
