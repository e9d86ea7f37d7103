using System.Text.Encodings.Web;
using System.Text.Json;
using Kelvin.Catalog;
using Kelvin.Language;

namespace Kelvin.Cli.Check;

/// <summary>The outcome of a check for other programs.</summary>
internal static class CheckReport
{
    public static void Write(MetricCatalog catalog, Tongue tongue, Stream output)
    {
        using var json = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartObject();
        json.WriteNumber("metrics", catalog.Metrics.Count);
        json.WriteNumber("datasets", catalog.Datasets.Count);
        json.WriteNumber("tests", catalog.Tests.Length);
        json.WriteStartArray("issues");
        foreach (var issue in catalog.Issues)
            Write(issue, tongue, json);
        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        output.WriteByte((byte)'\n');
    }

    /// <summary>An issue in a reader's words, with its place.</summary>
    public static void Write(Issue issue, Tongue tongue, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("code", issue.Code);
        json.WriteString("severity", issue.Severity == Severity.Error ? "error" : "warning");
        json.WriteString("message", issue.Message(tongue));
        if (issue.Hint(tongue) is { } hint)
            json.WriteString("hint", hint);
        if (issue.Place is { } place)
        {
            json.WriteString("file", place.File);
            json.WriteNumber("line", place.Line);
            json.WriteNumber("column", place.Column);
            json.WriteNumber("length", place.Length);
        }
        json.WriteEndObject();
    }
}
