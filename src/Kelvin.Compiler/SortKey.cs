namespace Kelvin.Compiler;

/// <summary>A column of the answer to order by.</summary>
/// <param name="Column">A metric, a dimension, or <c>period</c>.</param>
/// <param name="Descending">Whether the greatest comes first. Missing values come last either way.</param>
public sealed record SortKey(string Column, bool Descending);
