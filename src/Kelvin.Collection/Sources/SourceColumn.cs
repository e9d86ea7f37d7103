namespace Kelvin.Collection.Sources;

/// <summary>A column at a source.</summary>
/// <param name="Name">Its name there.</param>
/// <param name="Type">Its type in the source's words; null where values have no fixed type.</param>
/// <param name="Kind">What its values are.</param>
public sealed record SourceColumn(string Name, string? Type, SourceKind Kind);
