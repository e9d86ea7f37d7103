using System.Collections.Immutable;
using Kelvin.Catalog;
using Kelvin.Queries.Warehouse;

namespace Kelvin.Imports.Uploads;

/// <summary>What a person has said about a file; what they have not said is found out or suggested.</summary>
public sealed record FileChoices
{
    /// <summary>How it is written.</summary>
    public FileFormat Format { get; init; } = FileFormat.Default;

    /// <summary>The dataset that its rows go to.</summary>
    public string? Dataset { get; init; }

    /// <summary>What a new dataset for its rows is to be called.</summary>
    public string? New { get; init; }

    /// <summary>Which column of the file each column of the dataset takes.</summary>
    public ImmutableSortedDictionary<string, string>? Columns { get; init; }

    /// <summary>What becomes of the rows that are there.</summary>
    public LoadMode? Mode { get; init; }

    /// <summary>Whether it stays out.</summary>
    public bool IsLeftOut { get; init; }
}
