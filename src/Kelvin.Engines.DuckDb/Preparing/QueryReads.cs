using System.Collections.Immutable;

namespace Kelvin.Engines.DuckDb.Preparing;

/// <summary>The datasets that a query reads.</summary>
/// <param name="Datasets">Their names.</param>
/// <param name="NamesSchemas">Whether it names one of them together with its schema.</param>
internal sealed record QueryReads(ImmutableArray<string> Datasets, bool NamesSchemas);
