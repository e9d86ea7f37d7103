namespace Kelvin.Collection.Series;

/// <summary>The kinds of families of series (OpenMetrics 1.0).</summary>
public enum SeriesKind
{
    /// <summary>Not said.</summary>
    Unknown,

    /// <summary>A count that only grows until it begins anew.</summary>
    Counter,

    /// <summary>A value that goes up and down.</summary>
    Gauge,

    /// <summary>Counts of values up to bounds, with their count and sum; all of them only grow.</summary>
    Histogram,

    /// <summary>Counts of values up to bounds that go up and down.</summary>
    GaugeHistogram,

    /// <summary>Quantiles, with a count and a sum that only grow.</summary>
    Summary,

    /// <summary>Texts about what is measured, as labels of a 1.</summary>
    Info,

    /// <summary>States, each 1 or 0.</summary>
    StateSet,
}

/// <summary>What the kinds mean.</summary>
public static class SeriesKinds
{
    private static readonly string[] Counted = ["_total", "_bucket", "_count", "_sum"];

    /// <summary>The kind in the formats' own word.</summary>
    public static string Word(this SeriesKind kind) => kind switch
    {
        SeriesKind.Counter => "counter",
        SeriesKind.Gauge => "gauge",
        SeriesKind.Histogram => "histogram",
        SeriesKind.GaugeHistogram => "gaugehistogram",
        SeriesKind.Summary => "summary",
        SeriesKind.Info => "info",
        SeriesKind.StateSet => "stateset",
        _ => "unknown",
    };

    /// <summary>Whether a sample of this name in a family of the kind only grows. Where the kind is not said, the name tells, as by custom.</summary>
    public static bool IsCumulative(this SeriesKind kind, string name) => kind switch
    {
        SeriesKind.Counter => !name.EndsWith("_created", StringComparison.Ordinal),
        SeriesKind.Histogram or SeriesKind.Summary or SeriesKind.Unknown => Counted.Any(end => name.EndsWith(end, StringComparison.Ordinal)),
        _ => false,
    };
}
