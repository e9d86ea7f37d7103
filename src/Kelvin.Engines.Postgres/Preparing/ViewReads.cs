using System.Collections.Immutable;

namespace Kelvin.Engines.Postgres.Preparing;

/// <summary>The datasets that a view reads.</summary>
internal sealed record ViewReads(ImmutableArray<string> Datasets);
