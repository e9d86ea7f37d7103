using System.Collections.Immutable;

namespace Kelvin.Engines.DuckDb.Preparing;

/// <summary>The datasets that a query reads.</summary>
internal sealed record QueryReads(ImmutableArray<string> Datasets);
