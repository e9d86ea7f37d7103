using System.Collections.Immutable;

namespace Kelvin.Catalog;

/// <summary>How the files of a dataset are written. What is null is found out from the file.</summary>
public sealed record FileFormat
{
    /// <summary>Everything found out from the file.</summary>
    public static FileFormat Default { get; } = new();

    /// <summary>The file's name or pattern inside the workspace, for <c>kelvin import</c> without arguments; or null.</summary>
    public string? File { get; init; }

    /// <summary>The character between fields.</summary>
    public char? Separator { get; init; }

    /// <summary>The decimal mark, point or comma.</summary>
    public char? DecimalMark { get; init; }

    /// <summary>Text encoding by its IANA name, such as <c>utf-8</c> or <c>windows-1252</c>.</summary>
    public string? Encoding { get; init; }

    /// <summary>Whether the first line names the columns.</summary>
    public bool? HasHeader { get; init; }

    /// <summary>The line on which the columns are named, from 1, where titles stand above it; null: the first with content.</summary>
    public int? HeaderLine { get; init; }

    /// <summary>The character around fields that hold separators; null: the double quote.</summary>
    public char? Quote { get; init; }

    /// <summary>The sheet of a workbook, or the array inside a JSON object, that holds the rows.</summary>
    public string? Sheet { get; init; }

    /// <summary>The file inside a zip file.</summary>
    public string? Entry { get; init; }

    /// <summary>Words with which lines begin that sum up others, such as <c>Total</c>; those lines are passed over.</summary>
    public ImmutableArray<string> Footers { get; init; } = [];

    /// <summary>How dates are written, as <c>dd-MM-yyyy</c>.</summary>
    public string? Dates { get; init; }

    /// <summary>How instants are written, as <c>dd-MM-yyyy HH:mm</c>.</summary>
    public string? Timestamps { get; init; }

    /// <summary>The zone in which instants without one are written (IANA); null means the workspace's.</summary>
    public string? Zone { get; init; }

    /// <summary>Words that stand for a missing value, besides the empty field.</summary>
    public ImmutableArray<string> Missing { get; init; } = [];

    /// <summary>
    /// The name in the file of a column that the dataset calls otherwise: dataset column → file column; without a line of names
    /// its number, from 1.
    /// </summary>
    public ImmutableSortedDictionary<string, string> Names { get; init; } = ImmutableSortedDictionary<string, string>.Empty;
}
