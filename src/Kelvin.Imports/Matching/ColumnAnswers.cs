using System.Collections.Immutable;
using Kelvin.Catalog;
using Kelvin.Loading.Mapping;
using Kelvin.Loading.Proposing;

namespace Kelvin.Imports.Matching;

/// <summary>Which columns go where: what was suggested, and over it what was said.</summary>
/// <param name="Dataset">The dataset.</param>
/// <param name="Matches">The pairs.</param>
public sealed record ColumnAnswers(Dataset Dataset, ImmutableArray<ColumnMatch> Matches)
{
    /// <summary>Columns that must have values and get none.</summary>
    public IEnumerable<Column> Lacking => Dataset.Columns.Where(column =>
        column.IsStored && Dataset.Requires(column) && Matches.All(match => match.Column.Name != column.Name));

    /// <summary>The answers with one more pair, in place of those that had either of its columns.</summary>
    public ColumnAnswers With(Column column, string inFile) => this with
    {
        Matches = [.. Matches.Where(match => match.Column.Name != column.Name && match.InFile != inFile), new ColumnMatch(column, inFile, 1, MatchReason.SameName)],
    };

    /// <summary>What was suggested where a person has not said anything; else what they said, of what there is.</summary>
    public static ColumnAnswers Of(DatasetSuggestion suggestion, ImmutableSortedDictionary<string, string>? said, FileProposal file) =>
        said is null ? new ColumnAnswers(suggestion.Dataset, suggestion.Matches)
        : new ColumnAnswers(suggestion.Dataset,
        [
            .. suggestion.Dataset.Columns.Where(column => column.IsStored && said.TryGetValue(column.Name, out var inFile) && file.Columns.Any(one => one.Name == inFile))
                .Select(column => suggestion.Matches.FirstOrDefault(match => match.Column.Name == column.Name && match.InFile == said[column.Name])
                    ?? new ColumnMatch(column, said[column.Name], 1, MatchReason.Said)),
        ]);
}
