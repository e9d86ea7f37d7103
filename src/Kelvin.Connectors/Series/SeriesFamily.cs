using Kelvin.Collection.Series;

namespace Kelvin.Connectors.Series;

/// <summary>What a text of metrics says about the series of one family.</summary>
internal sealed class SeriesFamily(string name)
{
    /// <summary>Its name.</summary>
    public string Name => name;

    /// <summary>Its kind.</summary>
    public SeriesKind Kind { get; set; }

    /// <summary>Its unit, or null.</summary>
    public string? Unit { get; set; }

    /// <summary>The ends that names of its samples may have beside the family's own name.</summary>
    public IReadOnlyList<string> Ends => Kind switch
    {
        SeriesKind.Counter => ["_total", "_created"],
        SeriesKind.Histogram => ["_bucket", "_count", "_sum", "_created"],
        SeriesKind.GaugeHistogram => ["_bucket", "_gcount", "_gsum"],
        SeriesKind.Summary => ["_count", "_sum", "_created"],
        SeriesKind.Info => ["_info"],
        _ => [],
    };

    /// <summary>Whether a sample of this name says when the others of the family began to count.</summary>
    public bool IsCreation(string sample) => Ends.Contains("_created") && sample.Length == name.Length + "_created".Length && sample.EndsWith("_created", StringComparison.Ordinal);
}
