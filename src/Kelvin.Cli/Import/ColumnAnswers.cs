using System.Collections.Immutable;
using Kelvin.Catalog;
using Kelvin.Language;
using Kelvin.Loading.Mapping;
using Kelvin.Loading.Proposing;

namespace Kelvin.Cli.Import;

/// <summary>Which columns go where: what was suggested, and over it what was said.</summary>
/// <param name="Dataset">The dataset.</param>
/// <param name="Matches">The pairs.</param>
internal sealed record ColumnAnswers(Dataset Dataset, ImmutableArray<ColumnMatch> Matches)
{
    /// <summary>Columns that must have values and get none.</summary>
    public IEnumerable<Column> Lacking => Dataset.Columns.Where(column =>
        column.IsStored && Dataset.Requires(column) && Matches.All(match => match.Column.Name != column.Name));

    /// <summary>A suggestion with what was said over it; issues where a name is none.</summary>
    public static Checked<ColumnAnswers> Over(DatasetSuggestion suggestion, ImmutableSortedDictionary<string, string> said, FileProposal file)
    {
        var issues = ImmutableArray.CreateBuilder<Issue>();
        var answers = new ColumnAnswers(suggestion.Dataset, suggestion.Matches);
        foreach (var (column, inFile) in said)
        {
            var to = suggestion.Dataset.Columns.FirstOrDefault(candidate => candidate.IsStored && candidate.Name == column);
            var from = file.Columns.FirstOrDefault(candidate => string.Equals(candidate.Name, inFile, StringComparison.OrdinalIgnoreCase));
            if (to is null)
                issues.Add(Issue.At(null, "cli.import.map-no-column", ("dataset", suggestion.Dataset.Name), ("column", column),
                    ("nearest", NearestName.Of(column, suggestion.Dataset.Columns.Where(candidate => candidate.IsStored).Select(candidate => candidate.Name)))));
            else if (from is null)
                issues.Add(Issue.At(null, "cli.import.map-not-in-file", ("column", inFile), ("nearest", NearestName.Of(inFile, file.Columns.Select(candidate => candidate.Name)))));
            else
                answers = answers.With(to, from.Name);
        }
        return Checked<ColumnAnswers>.From(answers, issues.ToImmutable());
    }

    /// <summary>The answers with one more pair, in place of those that had either of its columns.</summary>
    public ColumnAnswers With(Column column, string inFile) => this with
    {
        Matches = [.. Matches.Where(match => match.Column.Name != column.Name && match.InFile != inFile), new ColumnMatch(column, inFile, 1, MatchReason.SameName)],
    };
}
