namespace Kelvin.Changes;

/// <summary>Rows of a dataset have changed for good.</summary>
/// <param name="Dataset">The dataset.</param>
/// <param name="DataVersion">Its version from now on.</param>
/// <param name="From">First touched moment on its time axis; null when any moment may be touched.</param>
/// <param name="Until">Last touched moment, likewise.</param>
public sealed record DatasetChange(string Dataset, long DataVersion, DateTime? From, DateTime? Until)
{
    /// <summary>This change and a later one of the same dataset as one.</summary>
    public DatasetChange And(DatasetChange later) => new(
        Dataset,
        Math.Max(DataVersion, later.DataVersion),
        From is { } from && later.From is { } laterFrom ? from < laterFrom ? from : laterFrom : null,
        Until is { } until && later.Until is { } laterUntil ? until > laterUntil ? until : laterUntil : null);
}
