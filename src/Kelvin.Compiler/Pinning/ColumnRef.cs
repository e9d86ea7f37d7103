namespace Kelvin.Compiler.Pinning;

/// <summary>A stored column of a dataset.</summary>
/// <param name="Dataset">The dataset.</param>
/// <param name="Column">The column.</param>
public readonly record struct ColumnRef(string Dataset, string Column);
