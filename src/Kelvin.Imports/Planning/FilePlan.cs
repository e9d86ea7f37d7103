using System.Collections.Immutable;
using Kelvin.Imports.Uploads;
using Kelvin.Loading.Mapping;
using Kelvin.Loading.Proposing;

namespace Kelvin.Imports.Planning;

/// <summary>What is to become of a file: what was said, and what is suggested where nothing was.</summary>
/// <param name="File">The file.</param>
/// <param name="Proposal">What it seems to be.</param>
/// <param name="Suggestions">The datasets that it may be for, the likeliest first.</param>
/// <param name="Target">Where its rows go.</param>
public sealed record FilePlan(UploadedFile File, FileProposal Proposal, ImmutableArray<DatasetSuggestion> Suggestions, FileTarget Target)
{
    /// <summary>How many things a person must still say before it can be loaded.</summary>
    public int Open => Proposal.Questions.Length + (Target is FileTarget.Existing existing ? existing.Columns.Lacking.Count() : 0);

    /// <summary>Whether it can be loaded as it is.</summary>
    public bool IsReady => Open == 0 && !Proposal.Columns.IsEmpty;

    /// <summary>The dataset that its rows go to.</summary>
    public string Dataset => Target switch
    {
        FileTarget.Existing existing => existing.Columns.Dataset.Name,
        FileTarget.New made => made.Name,
        _ => "",
    };
}
