using System.Collections.Immutable;
using Kelvin.Queries.Answers;
using Kelvin.Queries.Warehouse;

namespace Kelvin.Queries.Tracing;

/// <summary>What changed a value.</summary>
/// <param name="Current">The value as it is known now: an answer of one cell.</param>
/// <param name="Changes">The loads that changed it, newest first; those that left it as it was are not among them.</param>
/// <param name="Looked">How many moments were looked at.</param>
/// <param name="IsWhole">Whether that was every load there has been; else there may be earlier changes.</param>
public sealed record ValueHistory(MetricAnswer Current, ImmutableArray<ValueChange> Changes, int Looked, bool IsWhole);

/// <summary>A change of a value.</summary>
/// <param name="At">When.</param>
/// <param name="Loads">The loads of that moment into what the value is worked out from; mostly one.</param>
/// <param name="Before">The value before it, or null when it was missing.</param>
/// <param name="After">The value after it, likewise.</param>
public sealed record ValueChange(DateTimeOffset At, ImmutableArray<LoadRecord> Loads, object? Before, object? After);
