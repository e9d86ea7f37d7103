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
}

/// <summary>What a load does with the rows already there.</summary>
public enum LoadMode
{
    /// <summary>They go; the file is the whole truth.</summary>
    Replace,

    /// <summary>They stay; a row whose key is already there is rejected.</summary>
    Append,
}
