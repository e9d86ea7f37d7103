namespace Kelvin.Catalog;

/// <summary>What a metric is watched for.</summary>
public enum MetricKind
{
    /// <summary>Daily work: watched live, daily, weekly or per sprint.</summary>
    Operational,

    /// <summary>A key performance indicator, watched per quarter and year.</summary>
    Strategic,
}
