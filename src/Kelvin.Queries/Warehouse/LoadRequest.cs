using Kelvin.Catalog;
using Kelvin.Language;

namespace Kelvin.Queries.Warehouse;

/// <summary>A file to load into a dataset.</summary>
/// <param name="Dataset">The dataset; its columns give the types.</param>
/// <param name="Path">The file: CSV, TSV or Parquet.</param>
/// <param name="Mode">What becomes of the rows already there.</param>
/// <param name="Zone">The zone in which instants without one are written, unless <see cref="Format"/> names one.</param>
public sealed record LoadRequest(Dataset Dataset, string Path, LoadMode Mode, TimeZoneInfo Zone)
{
    /// <summary>How the file is written; the dataset's own format unless the person says otherwise.</summary>
    public FileFormat Format { get; init; } =
        Dataset.Source is DatasetSource.Files files ? files.Format : FileFormat.Default;

    /// <summary>The language of the reasons in the file of rejected rows.</summary>
    public Tongue Tongue { get; init; } = Tongue.English;

    /// <summary>What it is written down as.</summary>
    public LoadKind Kind { get; init; } = LoadKind.File;

    /// <summary>Where the rows come from; null for the file's own name.</summary>
    public string? Source { get; init; }

    /// <summary>Who loads it, or null when that is not known.</summary>
    public string? Person { get; init; }

    /// <summary>What is known of the file already; null when nobody has looked at it.</summary>
    public FileKnowledge? Known { get; init; }

    /// <summary>Why, or null when nobody said.</summary>
    public string? Reason { get; init; }
}
