namespace Kelvin.Catalog;

/// <summary>A text that definitions are read from. The loader is given texts and never opens files itself.</summary>
/// <param name="Path">The file as people name it in issues, relative to the workspace.</param>
/// <param name="Text">What stands in it.</param>
/// <param name="Pack">The shipped pack it belongs to, or null for a file of the workspace.</param>
public sealed record DefinitionFile(string Path, string Text, string? Pack);
