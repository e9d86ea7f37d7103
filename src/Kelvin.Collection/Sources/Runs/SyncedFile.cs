namespace Kelvin.Collection.Sources.Runs;

/// <summary>A file at a source that has been loaded.</summary>
public sealed class SyncedFile
{
    /// <summary>The dataset.</summary>
    public required string Dataset { get; init; }

    /// <summary>Its path at the source.</summary>
    public required string Name { get; init; }

    /// <summary>What it was like: while that is the same, it need not be fetched again.</summary>
    public required string Stamp { get; set; }
}
