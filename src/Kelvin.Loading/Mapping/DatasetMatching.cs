using System.Collections.Immutable;
using Kelvin.Catalog;
using Kelvin.Loading.Proposing;

namespace Kelvin.Loading.Mapping;

/// <summary>Finds the datasets of a catalog that a file is probably for: those of which it has what must be there, and that use what it has.</summary>
public sealed class DatasetMatching(MetricCatalog catalog, KnownValues known)
{
    private const double Least = 0.5;

    // Not more: a value that was entered twice is a mistake in the file, and no sign of another dataset.
    private const double NotNaming = 0.1;

    /// <summary>The suggestions, the best first.</summary>
    public ImmutableArray<DatasetSuggestion> Suggest(FileProposal file) =>
    [
        .. catalog.Datasets.Values.Where(dataset => dataset.Source is DatasetSource.Files)
            .Select(dataset => Of(file, dataset)).Where(suggestion => suggestion.Score >= Least).OrderByDescending(suggestion => suggestion.Score),
    ];

    /// <summary>How a file fits a dataset that a person chose.</summary>
    public DatasetSuggestion Of(FileProposal file, Dataset dataset)
    {
        var matches = new ColumnMatching(catalog, known).Match(file.Columns, dataset);
        var needed = dataset.Columns.Where(column => column.IsStored && dataset.Requires(column)).ToList();
        var lacking = needed.Where(column => matches.All(match => match.Column.Name != column.Name)).Select(column => column.Name).ToImmutableArray();
        var sum = matches.Sum(match => match.Score);
        var has = needed.Count == 0 ? 1 : matches.Where(match => needed.Contains(match.Column)).Sum(match => match.Score) / needed.Count;
        var uses = file.Columns.IsEmpty ? 0 : sum / file.Columns.Length;
        var score = 0.6 * has + 0.3 * uses + (IsNamedAs(file.Path, dataset) ? 0.1 : 0);
        return new DatasetSuggestion(dataset, Math.Min(1, NamesRows(file, dataset, matches) ? score : score - NotNaming), matches, lacking);
    }

    /// <summary>Whether what would be the key names the rows of the file: where values of it come twice, the rows are of something else that leads there.</summary>
    private static bool NamesRows(FileProposal file, Dataset dataset, ImmutableArray<ColumnMatch> matches) =>
        dataset.RowKey is not [var key] || matches.FirstOrDefault(match => match.Column.Name == key) is not { } match
        || file.Columns.FirstOrDefault(column => column.Name == match.InFile) is not { } inFile || inFile.IsUnique || inFile.Present == 0;

    private static bool IsNamedAs(string path, Dataset dataset)
    {
        var file = Concepts.Of(Path.GetFileNameWithoutExtension(path));
        return Concepts.TextsOf(dataset.Label).Append(dataset.Name).Any(name => Concepts.Of(name).IsSubsetOf(file));
    }
}
