using System.Globalization;
using System.Text;
using System.Text.Json;
using Kelvin.Queries.Trusting;

namespace Kelvin.Engines.Inspecting;

/// <summary>What checks found, as the book has it.</summary>
internal static class InspectionText
{
    /// <summary>An inspection as text.</summary>
    public static string Write(DatasetInspection inspection)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            writer.WriteNumber("load", inspection.Load);
            writer.WriteString("moment", inspection.Moment.UtcDateTime.ToString("O", CultureInfo.InvariantCulture));
            writer.WriteString("source", inspection.Source);
            writer.WriteStartArray("results");
            foreach (var result in inspection.Results)
                Write(writer, result);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>What was written; null for nothing.</summary>
    public static DatasetInspection? Read(string? text)
    {
        if (text is null)
            return null;
        using var document = JsonDocument.Parse(text);
        var root = document.RootElement;
        return new DatasetInspection(
            root.GetProperty("load").GetInt64(), root.GetProperty("moment").GetDateTimeOffset(),
            [.. root.GetProperty("results").EnumerateArray().Select(Result)])
        {
            Source = root.GetProperty("source").GetString(),
        };
    }

    private static void Write(Utf8JsonWriter writer, CheckResult result)
    {
        writer.WriteStartObject();
        writer.WriteString("check", result.Check);
        writer.WriteString("written", result.Written);
        writer.WriteString("outcome", result.Outcome.ToString());
        Write(writer, "measured", result.Measured);
        Write(writer, "bound", result.Bound);
        Write(writer, "upper", result.Upper);
        writer.WriteString("at", result.At);
        writer.WriteNumber("failing", result.Failing);
        writer.WriteNumber("looked", result.Looked);
        writer.WriteStartArray("examples");
        foreach (var example in result.Examples)
            writer.WriteStringValue(example);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <summary>What is infinite or no number has no place in the text, and says nothing.</summary>
    private static void Write(Utf8JsonWriter writer, string name, double? value)
    {
        if (value is { } number && double.IsFinite(number))
            writer.WriteNumber(name, number);
    }

    private static CheckResult Result(JsonElement element) => new(
        element.GetProperty("check").GetString()!, element.GetProperty("written").GetString()!,
        Enum.Parse<CheckOutcome>(element.GetProperty("outcome").GetString()!))
    {
        Measured = Number(element, "measured"),
        Bound = Number(element, "bound"),
        Upper = Number(element, "upper"),
        At = element.GetProperty("at").GetString(),
        Failing = element.GetProperty("failing").GetInt64(),
        Looked = element.GetProperty("looked").GetInt64(),
        Examples = [.. element.GetProperty("examples").EnumerateArray().Select(example => example.GetString()!)],
    };

    private static double? Number(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.GetDouble() : null;
}
