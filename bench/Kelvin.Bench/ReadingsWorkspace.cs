using System.Globalization;
using System.Net.Http.Headers;
using System.Text;

namespace Kelvin.Bench;

/// <summary>A workspace whose rows are pushed, and what its senders send.</summary>
internal static class ReadingsWorkspace
{
    private const string Settings = """
        workspace: Bench
        zone: Europe/Stockholm
        currency: SEK
        """;

    private const string Readings = """
        dataset: readings
        label: Readings
        key: id
        time: at
        columns: { id: text, at: timestamp, place: text, amount: money, weight: number }
        """;

    /// <summary>Makes it, with so many metrics that count its rows.</summary>
    public static string Make(BenchFolder folder, string name, int metrics)
    {
        var path = Directory.CreateDirectory(folder.File(name)).FullName;
        File.WriteAllText(Path.Combine(path, "kelvin.yaml"), Settings);
        var text = new StringBuilder(Readings);
        for (var metric = 0; metric < metrics; metric++)
            text.Append(CultureInfo.InvariantCulture, $"\n---\nmetric: heavy_{metric}\nlabel: Heavier than {metric}\nformula: count(readings where weight > {metric})\ngrain: month\n");
        File.WriteAllText(Path.Combine(path, "readings.yaml"), text.ToString());
        return path;
    }

    /// <summary>A batch of rows, one a line.</summary>
    public static string Rows(string batch, int count, string at, double weight)
    {
        var rows = new StringBuilder();
        for (var row = 0; row < count; row++)
            rows.Append(CultureInfo.InvariantCulture,
                $$"""{"id":"{{batch}}-{{row}}","at":"{{at}}","place":"place {{row % 40}}","amount":"{{row}}.25","weight":{{weight}}}""").Append('\n');
        return rows.ToString();
    }

    /// <summary>Sends a batch under its own name, and returns when it is durable.</summary>
    public static async Task SendAsync(HttpClient client, string batch, string rows, int count)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/datasets/readings/rows");
        request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(rows));
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/x-ndjson");
        request.Headers.Add("Idempotency-Key", batch);
        using var response = await client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        if (!response.IsSuccessStatusCode || !text.Contains($"\"added\":{count},", StringComparison.Ordinal))
            throw new InvalidOperationException(text);
    }
}
