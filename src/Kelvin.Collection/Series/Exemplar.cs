using System.Collections.Immutable;

namespace Kelvin.Collection.Series;

/// <summary>A single event that a count or a bucket counts, such as one request with the id of its trace.</summary>
/// <param name="Labels">What it is known by.</param>
/// <param name="Value">Its value.</param>
/// <param name="Time">When it happened (UTC), or null.</param>
public sealed record Exemplar(ImmutableArray<SampleLabel> Labels, double Value, DateTime? Time)
{
    /// <inheritdoc />
    public bool Equals(Exemplar? other) => other is not null && Labels.SequenceEqual(other.Labels) && Value.Equals(other.Value) && Time == other.Time;

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Labels.Length, Value, Time);
}
