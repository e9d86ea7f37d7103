using System.Collections.Immutable;
using System.Globalization;
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
    /// <summary>Other files that come in with it, as one version: all are taken, or none is.</summary>
    public ImmutableArray<string> Others { get; init; } = [];

    /// <summary>All files, in their order.</summary>
    public ImmutableArray<string> Paths => [Path, .. Others];

    /// <summary>What the load is called where people read of it: by the file's own name, or those of the first and the last and how many there are.</summary>
    public string Name => Source ?? (Others is [.., var last]
        ? string.Create(CultureInfo.InvariantCulture, $"{NameOf(Path)} … {NameOf(last)} ({Others.Length + 1})") : NameOf(Path));

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

    /// <summary>
    /// The loads that it is made in: files that together replace what is there come in as one version, which changes nothing when they
    /// are the same; files that are added or mended by their keys each as its own, so that one that came before is known again.
    /// </summary>
    public ImmutableArray<LoadRequest> AsVersions() => Mode == LoadMode.Replace ? [this]
        : [.. Paths.Select(path => this with { Path = path, Others = [], Known = path == Path ? Known : null })];

    private static string NameOf(string path) => System.IO.Path.GetFileName(path);
}
