namespace Kelvin.Compiler.Pinning;

/// <summary>A stored column of a dataset.</summary>
/// <param name="Dataset">The dataset.</param>
/// <param name="Column">The column.</param>
public sealed record ColumnRef(string Dataset, string Column);
