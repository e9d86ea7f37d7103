using System.Collections.Immutable;

namespace Kelvin.Sql;

/// <summary>A statement ready for an engine: its text, and the values of its parameters in order ($1, $2, …).</summary>
/// <param name="Text">The statement.</param>
/// <param name="Parameters">decimal, double, long, string, bool, DateOnly or DateTime (UTC).</param>
public sealed record SqlText(string Text, ImmutableArray<object> Parameters);
