using Kelvin.Catalog;
using Kelvin.Web.Reading;

namespace Kelvin.Web.Metrics.List;

/// <summary>Finds metrics by words. The page's script narrows by the same words while a person types.</summary>
internal static class MetricSearch
{
    /// <summary>Everything by which a person may look for a metric, in lower case.</summary>
    public static string WordsOf(Metric metric, Reader reader) =>
        string.Join(' ', [metric.Name, reader.Read(metric.Label), reader.Read(metric.Question), metric.Department ?? "", .. metric.Tags]).ToLower(reader.Culture);

    /// <summary>Whether every word of a search is found in the metric's.</summary>
    public static bool Finds(Metric metric, string? search, Reader reader)
    {
        var words = WordsOf(metric, reader);
        return (search ?? "").ToLower(reader.Culture)
            .Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .All(word => words.Contains(word, StringComparison.Ordinal));
    }
}
