using System.Collections.Immutable;

namespace Kelvin.Queries.Warehouse;

/// <summary>What became of a load: every line of the file is either a row, a rejected row or an empty line.</summary>
/// <param name="Dataset">The dataset.</param>
/// <param name="Source">The file.</param>
/// <param name="Accepted">Sound rows of the file: those that came in, and those that were there already.</param>
/// <param name="Rejected">Rows that were not taken.</param>
/// <param name="EmptyLines">Lines without any content, passed over.</param>
/// <param name="Rejections">The first 1,000 rejections, by row.</param>
/// <param name="RejectedFile">A CSV file with every rejected row and its reason, or null when there are none.</param>
/// <param name="From">First touched moment on the time axis, or null.</param>
/// <param name="Until">Last touched moment on the time axis, or null.</param>
/// <param name="DataVersion">The dataset's version after the load.</param>
/// <param name="Took">How long it took.</param>
public sealed record LoadReport(
    string Dataset, string Source, long Accepted, long Rejected, long EmptyLines, ImmutableArray<Rejection> Rejections,
    string? RejectedFile, DateTime? From, DateTime? Until, long DataVersion, TimeSpan Took)
{
    /// <summary>The load in the book; null when nothing changed, and so nothing was written down.</summary>
    public LoadRecord? Load { get; init; }

    /// <summary>What became of each file, in their order.</summary>
    public ImmutableArray<LoadedFile> Files { get; init; } = [];
}

/// <summary>What became of one of the files of a load.</summary>
/// <param name="Source">Its own name.</param>
/// <param name="Accepted">Sound rows.</param>
/// <param name="EmptyLines">Lines without any content.</param>
public sealed record LoadedFile(string Source, long Accepted, long EmptyLines)
{
    /// <summary>Rows that were not taken.</summary>
    public long Rejected { get; init; }

    /// <summary>The first 1,000 rejections, by row.</summary>
    public ImmutableArray<Rejection> Rejections { get; init; } = [];

    /// <summary>A CSV file with every rejected row and its reason, or null when there are none.</summary>
    public string? RejectedFile { get; init; }
}

/// <summary>A row that was not taken.</summary>
/// <param name="Row">Its line in the file, from 1, the header included.</param>
/// <param name="Reason">Why: an issue whose place names the column where one is to blame.</param>
/// <param name="Column">The dataset column to blame, or null.</param>
/// <param name="Text">The row as written, cut at 500 characters.</param>
public sealed record Rejection(long Row, Language.Issue Reason, string? Column, string Text);

/// <summary>How far a load has come.</summary>
/// <param name="Stage">What is being done now.</param>
/// <param name="Fraction">Part done, 0 to 1, or null where it cannot be known.</param>
/// <param name="Rows">Rows read so far.</param>
public readonly record struct LoadProgress(LoadStage Stage, double? Fraction, long Rows);

/// <summary>The stages of a load.</summary>
public enum LoadStage
{
    /// <summary>Looking at the file: encoding, separator, header, lines.</summary>
    Inspecting,

    /// <summary>Reading and typing rows.</summary>
    Reading,

    /// <summary>Checking keys and required values.</summary>
    Checking,

    /// <summary>Writing the rows.</summary>
    Writing,
}
