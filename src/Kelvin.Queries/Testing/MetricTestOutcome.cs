using System.Collections.Immutable;
using Kelvin.Catalog;
using Kelvin.Language;

namespace Kelvin.Queries.Testing;

/// <summary>What became of a test of metrics.</summary>
/// <param name="Test">The test.</param>
/// <param name="Issues">Why its rows could not be taken or its question not be asked; empty when it got an answer.</param>
/// <param name="Differences">Where the answer is not what was expected, by row and column; empty when it is.</param>
public sealed record MetricTestOutcome(MetricTest Test, ImmutableArray<Issue> Issues, ImmutableArray<TestDifference> Differences)
{
    /// <summary>Whether the answer is what was expected.</summary>
    public bool Passed => Issues.IsEmpty && Differences.IsEmpty;

    /// <summary>How long it took.</summary>
    public TimeSpan Took { get; init; }
}

/// <summary>A place where an answer is not what a test expects.</summary>
/// <param name="Kind">What is amiss.</param>
/// <param name="Row">The row by its period and dimensions as the test names them: <c>2025-03, Tents</c>; empty when it has none.</param>
/// <param name="Column">The column, or null when a whole row is amiss.</param>
/// <param name="Expected">What was expected: decimal, text or null for missing.</param>
/// <param name="Got">What the answer holds: a value of its frame, or null for missing.</param>
public sealed record TestDifference(TestDifferenceKind Kind, string Row, string? Column, object? Expected, object? Got);

/// <summary>The ways in which an answer can miss what a test expects.</summary>
public enum TestDifferenceKind
{
    /// <summary>A value is another.</summary>
    Value,

    /// <summary>A row that was expected is not there.</summary>
    RowMissing,

    /// <summary>A row is there that was not expected.</summary>
    RowUnexpected,

    /// <summary>The answer has no column of that name.</summary>
    ColumnUnknown,
}
