using System.Collections.Immutable;
using Kelvin.Compiler.Pinning;
using Kelvin.Queries.Trusting;

namespace Kelvin.Queries.Warehouse;

/// <summary>What is known of a dataset's rows without reading them.</summary>
/// <param name="Dataset">Its name.</param>
/// <param name="Rows">How many rows it has.</param>
/// <param name="DataVersion">Grows with each load that changed something; part of the cache key.</param>
/// <param name="Earliest">The first moment on its time axis (a day as its midnight, an instant as UTC), or null without rows or axis.</param>
/// <param name="Watermark">The last moment on its time axis, likewise: data is known up to here.</param>
/// <param name="LastLoad">When it was last loaded, or null.</param>
/// <param name="LastSource">The file last loaded, or null.</param>
public sealed record DatasetState(
    string Dataset, long Rows, long DataVersion, DateTime? Earliest, DateTime? Watermark, DateTimeOffset? LastLoad, string? LastSource)
{
    /// <summary>The moment from which the history is kept: what was known before it cannot be told; null when all is kept.</summary>
    public DateTimeOffset? KeptFrom { get; init; }

    /// <summary>When someone last said what it holds, be it what it held already; null when that is not known.</summary>
    public DateTimeOffset? Confirmed { get; init; }

    /// <summary>What its checks found last; null when none has been run.</summary>
    public DatasetInspection? Inspection { get; init; }

    /// <summary>A load that checks have refused, after which none has come in; or null.</summary>
    public DatasetInspection? Refused { get; init; }

    /// <summary>Of a dataset that is a query, the ones with rows of their own that it reads; else empty.</summary>
    public ImmutableArray<string> ReadsFrom { get; init; } = [];

    /// <summary>Where the local days of its time axis are kept, or null when nowhere.</summary>
    public StoredDays? Days { get; init; }

    /// <inheritdoc />
    public bool Equals(DatasetState? other) =>
        other is not null && (Dataset, Rows, DataVersion, Earliest, Watermark, LastLoad, LastSource) == (other.Dataset, other.Rows, other.DataVersion, other.Earliest, other.Watermark, other.LastLoad, other.LastSource)
        && (KeptFrom, Confirmed, Inspection, Refused, Days) == (other.KeptFrom, other.Confirmed, other.Inspection, other.Refused, other.Days)
        && ReadsFrom.SequenceEqual(other.ReadsFrom);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Dataset, Rows, DataVersion);
}
