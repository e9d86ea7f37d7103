using Kelvin.Catalog;

namespace Kelvin.Imports.Definitions;

/// <summary>A definition that can be written.</summary>
/// <param name="Path">Its file.</param>
/// <param name="Yaml">Its text.</param>
/// <param name="Dataset">What it says.</param>
/// <param name="Format">How its files are written.</param>
public sealed record MadeDefinition(string Path, string Yaml, Dataset Dataset, FileFormat Format)
{
    /// <summary>Writes the file, which goes again unless it is kept.</summary>
    public WrittenDefinition Write()
    {
        File.WriteAllText(Path, Yaml);
        return new WrittenDefinition(Path);
    }
}
