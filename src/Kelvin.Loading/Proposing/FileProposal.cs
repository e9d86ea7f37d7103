using System.Collections.Immutable;
using Kelvin.Catalog;
using Kelvin.Queries.Warehouse;

namespace Kelvin.Loading.Proposing;

/// <summary>What a file seems to be, for a person to look at: how it is written, its columns and their types, and what only the person can tell.</summary>
/// <param name="Path">The file.</param>
/// <param name="Kind">Its format.</param>
/// <param name="Format">How it is written, as far as it is known: what was said before, and what the file says itself.</param>
/// <param name="Columns">Its columns, in their order; empty while it is not known where in the file they are.</param>
public sealed record FileProposal(string Path, FileKind Kind, FileFormat Format, ImmutableArray<ColumnProposal> Columns)
{
    /// <summary>What the file does not tell. Until the answers are in its format, it is not read.</summary>
    public ImmutableArray<OpenQuestion> Questions { get; init; } = [];

    /// <summary>The format with the likeliest answer to every question: to look at rows with, not to load them.</summary>
    public FileFormat FormatAsIfAnswered => Questions.Aggregate(Format, (format, question) => question.Answer(format, question.Readings[0].Choice));

    /// <summary>The encoding of a text, by its IANA name; null for other formats.</summary>
    public string? Encoding { get; init; }

    /// <summary>A line with letters that look otherwise in other encodings, where the encoding was found by exclusion.</summary>
    public string? EncodingSample { get; init; }

    /// <summary>The lines above the table, which are passed over.</summary>
    public ImmutableArray<string> Titles { get; init; } = [];

    /// <summary>Rows, those that sum up others not among them.</summary>
    public long Rows { get; init; }

    /// <summary>Rows that sum up others.</summary>
    public long FooterRows { get; init; }

    /// <summary>What a load of the file need not find out again; null where it must go over it.</summary>
    public FileKnowledge? Known { get; init; }

    /// <summary>The first rows, and those with problems, read with the proposed types.</summary>
    public FilePreview Preview { get; init; } = FilePreview.Nothing;
}

/// <summary>The formats of files.</summary>
public enum FileKind
{
    /// <summary>Separated text: CSV, TSV.</summary>
    Text,

    /// <summary>A sheet of a workbook.</summary>
    Sheet,

    /// <summary>JSON, in an array or one object a line.</summary>
    Json,

    /// <summary>Parquet.</summary>
    Parquet,
}
