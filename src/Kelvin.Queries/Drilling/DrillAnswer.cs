using System.Collections.Immutable;
using Kelvin.Catalog;
using Kelvin.Compiler.Binding;
using Kelvin.Compiler.Frames;

namespace Kelvin.Queries.Drilling;

/// <summary>Rows behind a cell.</summary>
/// <param name="Dataset">The dataset they belong to.</param>
/// <param name="Measures">The metric's measures, in order; the rows are those of the one asked for.</param>
/// <param name="Columns">The dataset's columns, one per frame column.</param>
/// <param name="Rows">The rows, ordered by time and key.</param>
/// <param name="Total">How many there are in all.</param>
/// <param name="Statement">The SQL that ran.</param>
public sealed record DrillAnswer(
    Dataset Dataset, ImmutableArray<Measure> Measures, ImmutableArray<Column> Columns, Frame Rows, long Total, string Statement);
