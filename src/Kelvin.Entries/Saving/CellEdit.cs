using System.Collections.Immutable;
using Kelvin.Language;

namespace Kelvin.Entries.Saving;

/// <summary>A value that a person wants in a cell.</summary>
/// <param name="Period">The first day of the period.</param>
/// <param name="Key">The values that name the row, by column.</param>
/// <param name="Column">The column.</param>
/// <param name="Text">The value as written; empty to empty the cell.</param>
/// <param name="Tongue">The language it is written in.</param>
/// <param name="Version">The version of the cell that the person saw; 0 when nothing had been entered.</param>
public sealed record CellEdit(DateOnly Period, ImmutableSortedDictionary<string, string> Key, string Column, string? Text, Tongue Tongue, int Version);
