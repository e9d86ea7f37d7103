using System.Collections.Immutable;
using Kelvin.Imports.Matching;
using Kelvin.Language;
using Kelvin.Loading.Mapping;
using Kelvin.Loading.Proposing;

namespace Kelvin.Cli.Import;

/// <summary>What was said on the command line about which columns go where.</summary>
internal static class SaidColumns
{
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
}
