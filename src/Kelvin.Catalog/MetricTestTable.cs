using System.Collections.Immutable;

namespace Kelvin.Catalog;

/// <summary>Rows of one dataset in a test.</summary>
/// <param name="Dataset">The dataset.</param>
/// <param name="Columns">The stored columns that any row gives, in the order of the dataset.</param>
/// <param name="Rows">One value per column: decimal, string, bool, DateOnly, DateTime (UTC), or null for missing.</param>
public sealed record MetricTestTable(
    string Dataset, ImmutableArray<string> Columns, ImmutableArray<ImmutableArray<object?>> Rows);
