namespace Kelvin.Engines.DuckDb;

/// <summary>How much of the machine the engine may use.</summary>
public sealed record DuckDbSettings
{
    /// <summary>Half the machine's memory, all its cores.</summary>
    public static DuckDbSettings Default { get; } = new();

    /// <summary>Memory in bytes before the engine spills to disk; null leaves the engine's own choice.</summary>
    public long? MemoryLimit { get; init; } = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 2;

    /// <summary>How many threads may work on queries; null for one a core.</summary>
    public int? Threads { get; init; }

    /// <summary>Bytes of the disk that are left free: whatever would write when there are fewer is refused, and questions go on.</summary>
    public long KeepFree { get; init; } = 64 * 1024 * 1024;

    /// <summary>
    /// How many rows a dataset must have for the keys of its rows to be remembered, about seven bytes each, while batches come one after
    /// the other: from there on they are not looked for among all rows.
    /// </summary>
    public long KeysRememberedFrom { get; init; } = 50_000;

    /// <summary>The clock by which loads are dated.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
