namespace Kelvin.Queries.Warehouse;

/// <summary>Says that rows have been added for good.</summary>
/// <param name="Dataset">The dataset.</param>
/// <param name="Rows">How many.</param>
/// <param name="From">First touched moment on the time axis, or null.</param>
/// <param name="Until">Last touched moment, or null.</param>
/// <param name="DataVersion">The dataset's version from now on.</param>
public sealed record AppendReceipt(string Dataset, long Rows, DateTime? From, DateTime? Until, long DataVersion);
