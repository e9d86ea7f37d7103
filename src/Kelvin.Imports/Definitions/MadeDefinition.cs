using System.Text;
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
    /// <exception cref="IOException">There is a file of this name by now, or no room.</exception>
    public WrittenDefinition Write()
    {
        using var file = File.OpenHandle(Path, FileMode.CreateNew, FileAccess.Write);
        var written = new WrittenDefinition(Path);
        try
        {
            RandomAccess.Write(file, Encoding.UTF8.GetBytes(Yaml), 0);
            return written;
        }
        catch (IOException)
        {
            written.Dispose();
            throw;
        }
    }
}
