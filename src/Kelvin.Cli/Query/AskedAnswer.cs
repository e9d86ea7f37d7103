using Kelvin.Catalog;
using Kelvin.Queries.Answers;

namespace Kelvin.Cli.Query;

/// <summary>What came of a question.</summary>
/// <param name="Answer">The answer, or null when there is none.</param>
/// <param name="Catalog">The definitions it was asked of, or null when no workspace was found.</param>
/// <param name="Code">The exit code.</param>
internal sealed record AskedAnswer(MetricAnswer? Answer, MetricCatalog? Catalog, int Code);
