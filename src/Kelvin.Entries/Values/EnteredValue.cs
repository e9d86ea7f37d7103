namespace Kelvin.Entries.Values;

/// <summary>What a person means by what they wrote.</summary>
/// <param name="Value">decimal, double, string, bool or DateOnly, or null for an empty cell.</param>
public sealed record EnteredValue(object? Value);
