using System.Collections.Immutable;
using Kelvin.Catalog;

namespace Kelvin.Imports.Planning;

/// <summary>A pack that is not taken yet and that has use for the data.</summary>
/// <param name="Pack">The pack.</param>
/// <param name="Metrics">Its metrics that will have all their data.</param>
/// <param name="IsNeeded">Whether a file's rows go to a dataset of it.</param>
/// <param name="IsWanted">Whether it is to be taken along.</param>
public sealed record PackOffer(Pack Pack, ImmutableArray<Metric> Metrics, bool IsNeeded, bool IsWanted);
