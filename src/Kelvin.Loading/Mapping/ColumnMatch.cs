using Kelvin.Catalog;

namespace Kelvin.Loading.Mapping;

/// <summary>A column of a file that is probably a column of a dataset.</summary>
/// <param name="Column">The dataset's column.</param>
/// <param name="InFile">The name of the file's.</param>
/// <param name="Score">How probably, from 0 to 1.</param>
/// <param name="Reason">What speaks most for it.</param>
public sealed record ColumnMatch(Column Column, string InFile, double Score, MatchReason Reason);

/// <summary>What speaks for a match.</summary>
public enum MatchReason
{
    /// <summary>The names are the same but for signs and capitals.</summary>
    SameName,

    /// <summary>The file calls it as people do.</summary>
    SameLabel,

    /// <summary>The names mean the same.</summary>
    SameMeaning,

    /// <summary>The names are much alike.</summary>
    SimilarName,

    /// <summary>The values are ones that the dataset has, or keys of the dataset that the column leads to.</summary>
    KnownValues,

    /// <summary>A person said so.</summary>
    Said,
}
