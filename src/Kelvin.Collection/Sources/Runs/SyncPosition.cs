using System.Collections.Immutable;
using System.Text.Json;

namespace Kelvin.Collection.Sources.Runs;

/// <summary>How far a dataset has been fetched.</summary>
public sealed class SyncPosition
{
    /// <summary>The dataset.</summary>
    public required string Dataset { get; init; }

    /// <summary>The feed that it belongs to; another begins anew.</summary>
    public required string Feed { get; set; }

    /// <summary>The cursor's value up to which rows are durable; null for none.</summary>
    public string? Cursor { get; set; }

    /// <summary>The mark of the load that was begun last, when it is not known whether it became durable.</summary>
    public string? BegunLoad { get; set; }

    /// <summary>The cursor's value once it is.</summary>
    public string? BegunCursor { get; set; }

    /// <summary>The columns at the source, as they are kept; null before the first run.</summary>
    public string? Seen { get; set; }

    /// <summary>The columns at the source when rows were last fetched; null before the first run.</summary>
    public ImmutableArray<SourceColumn>? Columns
    {
        get => Seen is null ? null : JsonSerializer.Deserialize<ImmutableArray<SourceColumn>>(Seen);
        set => Seen = value is null ? null : JsonSerializer.Serialize(value.Value);
    }
}
