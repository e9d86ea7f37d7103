using System.Collections.Immutable;
using Kelvin.Language;

namespace Kelvin.Catalog;

/// <summary>An example that people write beside a metric: these rows, this question, that answer.</summary>
/// <param name="Name">What it shows, as a sentence.</param>
/// <param name="Tables">The rows; datasets that are not named are empty.</param>
/// <param name="Query">The question.</param>
/// <param name="Expected">
/// The rows of the answer: column name → decimal, text or null for missing. Columns that are not named are not compared.
/// </param>
public sealed record MetricTest(
    string Name,
    ImmutableArray<MetricTestTable> Tables,
    MetricTestQuery Query,
    ImmutableArray<ImmutableSortedDictionary<string, object?>> Expected)
{
    /// <summary>Codes of the issues that refuse the question; empty where it is answered.</summary>
    public ImmutableArray<string> ExpectedIssues { get; init; } = [];

    /// <summary>The moment at which the question is put, or null for the present.</summary>
    public DateTimeOffset? Now { get; init; }

    /// <summary>Per dataset, the condition that the asker's rights put on its rows, in the formula language.</summary>
    public ImmutableSortedDictionary<string, string> Rights { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>The pack it came with, or null for the workspace's own.</summary>
    public string? Pack { get; init; }

    /// <summary>Where it is written.</summary>
    public required Place Place { get; init; }
}
