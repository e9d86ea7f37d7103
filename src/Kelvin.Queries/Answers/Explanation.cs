using System.Collections.Immutable;
using Kelvin.Language;
using Kelvin.Queries.Warehouse;

namespace Kelvin.Queries.Answers;

/// <summary>How an answer came about.</summary>
/// <param name="CatalogVersion">The catalog that was asked.</param>
/// <param name="Definitions">Each metric's formula and version, the ones it refers to included.</param>
/// <param name="Datasets">The datasets read, with their watermarks and last loads.</param>
/// <param name="Stages">Each stage of the compiler, as it prints itself.</param>
/// <param name="Statements">The SQL that ran, with parameters.</param>
/// <param name="Notes">Rows that the question is about and that the answer had to leave out, with the reason; warnings.</param>
/// <param name="RowFilters">Filters that the asker's rights added, in words; empty for none.</param>
/// <param name="Rollup">Key of the text that says which rollup was read, or why none was.</param>
/// <param name="FromCache">Whether the rows came from the cache.</param>
/// <param name="Compiling">Time spent compiling.</param>
/// <param name="Running">Time spent in the engine; zero from the cache.</param>
public sealed record Explanation(
    string CatalogVersion, ImmutableArray<MetricDefinition> Definitions, ImmutableArray<DatasetState> Datasets,
    ImmutableArray<Stage> Stages, ImmutableArray<string> Statements, ImmutableArray<Issue> Notes, ImmutableArray<string> RowFilters, string Rollup,
    bool FromCache, TimeSpan Compiling, TimeSpan Running)
{
    /// <summary>The moment as known on which the datasets were read; null for what is known now.</summary>
    public DateTimeOffset? KnownOn { get; init; }
}

/// <summary>A metric's definition as used.</summary>
/// <param name="Metric">Its name.</param>
/// <param name="Formula">Its formula.</param>
/// <param name="Version">Its fingerprint.</param>
public sealed record MetricDefinition(string Metric, string Formula, string Version);

/// <summary>A stage of the compiler.</summary>
/// <param name="Name">Bound, pinned, planned, rewritten, SQL.</param>
/// <param name="Text">What it printed, several lines.</param>
public sealed record Stage(string Name, string Text);
