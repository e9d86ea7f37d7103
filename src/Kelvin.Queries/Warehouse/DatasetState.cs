namespace Kelvin.Queries.Warehouse;

/// <summary>What is known of a dataset's rows without reading them.</summary>
/// <param name="Dataset">Its name.</param>
/// <param name="Rows">How many rows it has.</param>
/// <param name="DataVersion">Grows with each load that changed something; part of the cache key.</param>
/// <param name="Earliest">The first moment on its time axis (a day as its midnight, an instant as UTC), or null without rows or axis.</param>
/// <param name="Watermark">The last moment on its time axis, likewise: data is known up to here.</param>
/// <param name="LastLoad">When it was last loaded, or null.</param>
/// <param name="LastSource">The file last loaded, or null.</param>
public sealed record DatasetState(
    string Dataset, long Rows, long DataVersion, DateTime? Earliest, DateTime? Watermark, DateTimeOffset? LastLoad, string? LastSource)
{
    /// <summary>The moment from which the history is kept: what was known before it cannot be told; null when all is kept.</summary>
    public DateTimeOffset? KeptFrom { get; init; }
}
