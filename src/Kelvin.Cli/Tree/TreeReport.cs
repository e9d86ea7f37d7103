using System.Text.Encodings.Web;
using System.Text.Json;
using Kelvin.Catalog;
using Kelvin.Language;

namespace Kelvin.Cli.Tree;

/// <summary>The edges between metrics for other programs, in the words of the API.</summary>
internal static class TreeReport
{
    /// <summary>All edges; or those that lead to a metric, near or far, and those that lead from it.</summary>
    public static void Write(MetricCatalog catalog, string? metric, Tongue tongue, Stream output)
    {
        using var json = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        var tree = MetricTree.Of(catalog);
        json.WriteStartObject();
        if (metric is null)
        {
            Names(catalog.Metrics.Keys, catalog, tongue, json);
            Edges("edges", tree.Edges, json);
        }
        else
        {
            json.WriteString("name", metric);
            json.WriteString("label", catalog.Metrics[metric].Label.In(tongue));
            var (drivers, driven) = (tree.AllInto(metric), tree.AllOutOf(metric));
            Names(MetricTree.MetricsOf(drivers.Concat(driven)), catalog, tongue, json);
            Edges("driven_by", drivers, json);
            Edges("drives", driven, json);
        }
        json.WriteEndObject();
        json.Flush();
        output.WriteByte((byte)'\n');
    }

    private static void Names(IEnumerable<string> metrics, MetricCatalog catalog, Tongue tongue, Utf8JsonWriter json)
    {
        json.WriteStartArray("metrics");
        foreach (var metric in metrics)
        {
            json.WriteStartObject();
            json.WriteString("name", metric);
            json.WriteString("label", catalog.Metrics[metric].Label.In(tongue));
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Edges(string name, IEnumerable<MetricEdge> edges, Utf8JsonWriter json)
    {
        json.WriteStartArray(name);
        foreach (var edge in edges)
        {
            json.WriteStartObject();
            json.WriteString("from", edge.From);
            json.WriteString("to", edge.To);
            json.WriteString("kind", edge.IsPartOfFormula ? "formula" : "drives");
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
