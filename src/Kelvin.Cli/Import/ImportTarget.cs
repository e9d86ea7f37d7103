using System.Collections.Immutable;
using Kelvin.Imports.Definitions;
using Kelvin.Loading.Mapping;

namespace Kelvin.Cli.Import;

/// <summary>Where rows go.</summary>
/// <param name="Choices">All that was decided.</param>
/// <param name="Matches">Which columns go where; empty for a new dataset, whose columns are the file's.</param>
/// <param name="New">The definition that is to be written first; null where the dataset is there.</param>
internal sealed record ImportTarget(ImportChoices Choices, ImmutableArray<ColumnMatch> Matches, MadeDefinition? New);
