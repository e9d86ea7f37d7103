using System.Collections.Immutable;
using Kelvin.Catalog;
using Kelvin.Language;

namespace Kelvin.Imports.Uploads;

/// <summary>What became of a file.</summary>
public sealed record FileOutcome
{
    /// <summary>How it ended.</summary>
    public required FileEnd End { get; init; }

    /// <summary>The dataset that its rows went to, or were to.</summary>
    public string? Dataset { get; init; }

    /// <summary>Sound rows of the file: those that came in, and those that were there already.</summary>
    public long Accepted { get; init; }

    /// <summary>Rows that came or took another's place.</summary>
    public long Changed { get; init; }

    /// <summary>Rows that left, in a load that replaces all.</summary>
    public long Removed { get; init; }

    /// <summary>Rows that were not taken.</summary>
    public long Rejected { get; init; }

    /// <summary>The load in the book; null when nothing changed.</summary>
    public long? Load { get; init; }

    /// <summary>The name of the file of rejected rows among those of the workspace; null when there is none.</summary>
    public string? RejectedFile { get; init; }

    /// <summary>How it was read, for its rejected rows to be read so too.</summary>
    public FileFormat? Format { get; init; }

    /// <summary>Which column of the file each column of the dataset took.</summary>
    public ImmutableSortedDictionary<string, string>? Columns { get; init; }

    /// <summary>What there is to say of it, as it is kept.</summary>
    public string? Told { get; init; }

    /// <summary>What there is to say of it.</summary>
    public ImmutableArray<Issue> Issues() => IssueText.Read(Told);
}

/// <summary>How a file can end.</summary>
public enum FileEnd
{
    /// <summary>Its sound rows are in the dataset.</summary>
    Loaded,

    /// <summary>It could not be loaded; nothing has changed.</summary>
    Refused,

    /// <summary>A person stopped it; nothing has changed.</summary>
    Cancelled,
}
