using System.Collections.Immutable;
using Kelvin.Catalog;

namespace Kelvin.Loading.Mapping;

/// <summary>A dataset that a file is probably for.</summary>
/// <param name="Dataset">The dataset.</param>
/// <param name="Score">How well the file fits it, from 0 to 1.</param>
/// <param name="Matches">Which columns of the file are its columns.</param>
/// <param name="Lacking">Its columns that must have values and that the file seems not to have.</param>
public sealed record DatasetSuggestion(Dataset Dataset, double Score, ImmutableArray<ColumnMatch> Matches, ImmutableArray<string> Lacking);
