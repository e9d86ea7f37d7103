using Kelvin.Queries.Warehouse;

namespace Kelvin.Collection.Pushing;

/// <summary>What a program that hands over rows says about them.</summary>
/// <param name="Dataset">The dataset's name.</param>
/// <param name="Mode">What becomes of the rows already there.</param>
public sealed record PushRequest(string Dataset, LoadMode Mode)
{
    /// <summary>How they are written.</summary>
    public PushFormat Format { get; init; }

    /// <summary>
    /// Names this request among those to the dataset, or null. The same rows sent again under it, because an answer was lost, are
    /// taken once; other rows are refused.
    /// </summary>
    public string? Key { get; init; }

    /// <summary>Whether one row that cannot be taken refuses them all.</summary>
    public bool AllOrNothing { get; init; }

    /// <summary>What the program calls itself, or null.</summary>
    public string? Source { get; init; }
}
