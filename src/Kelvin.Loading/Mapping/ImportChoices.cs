using System.Collections.Immutable;
using Kelvin.Catalog;
using Kelvin.Language;
using Kelvin.Loading.Proposing;
using Kelvin.Queries.Warehouse;

namespace Kelvin.Loading.Mapping;

/// <summary>What a person decided about a file: enough to load it, and any other of its kind, without another question.</summary>
/// <param name="Dataset">The dataset that its rows go to.</param>
/// <param name="Format">How it is written, the names of its columns included.</param>
/// <param name="Mode">What becomes of the rows that are there.</param>
public sealed record ImportChoices(Dataset Dataset, FileFormat Format, LoadMode Mode)
{
    /// <summary>What was found of the file that was looked at; no other gets it.</summary>
    public FileProposal? Looked { get; init; }

    /// <summary>The choices for a file that goes to a dataset by these matches.</summary>
    public static ImportChoices Of(Dataset dataset, FileFormat format, IEnumerable<ColumnMatch> matches, LoadMode mode) => new(
        dataset,
        format with
        {
            Names = matches.Where(match => format.HasHeader == false || !string.Equals(match.Column.Name, match.InFile, StringComparison.OrdinalIgnoreCase))
                .ToImmutableSortedDictionary(match => match.Column.Name, match => match.InFile, StringComparer.Ordinal),
        },
        mode);

    /// <summary>The load of a file with these choices.</summary>
    public LoadRequest RequestFor(string path, TimeZoneInfo zone, Tongue tongue) =>
        new(Dataset, path, Mode, zone) { Format = Format, Tongue = tongue, Known = Looked?.Path == path ? Looked.Known : null };

    /// <summary>The choices as the <c>source:</c> of the dataset's definition; empty where the definition need not say anything.</summary>
    public string SourceYaml() => FormatYaml.Write(Format, "  ") is { Length: > 0 } keys ? "source:\n" + keys : "";
}
