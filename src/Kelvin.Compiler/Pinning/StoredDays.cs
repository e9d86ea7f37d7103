namespace Kelvin.Compiler.Pinning;

/// <summary>A column in which an engine keeps, beside the instants of another of a dataset's columns, the local days on which they lie.</summary>
/// <param name="Schema">The schema where the dataset's rows have it; as questions see the dataset otherwise, it has none.</param>
/// <param name="Column">Its name, which no column of a dataset has.</param>
/// <param name="Instants">The column of the instants.</param>
/// <param name="Zone">The id of the zone whose days they are.</param>
public sealed record StoredDays(string Schema, string Column, string Instants, string Zone);
