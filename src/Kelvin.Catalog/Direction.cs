namespace Kelvin.Catalog;

/// <summary>Which way a metric is better.</summary>
public enum Direction
{
    /// <summary>Neither way is better in itself.</summary>
    None,

    /// <summary>Higher is better.</summary>
    Higher,

    /// <summary>Lower is better.</summary>
    Lower,

    /// <summary>Inside a band is better.</summary>
    Band,
}
