namespace Kelvin.Imports.Definitions;

/// <summary>A definition file that goes again when nothing was loaded.</summary>
public sealed class WrittenDefinition(string path) : IDisposable
{
    private bool _isKept;

    /// <summary>Lets the file stay.</summary>
    public void Keep() => _isKept = true;

    /// <inheritdoc />
    public void Dispose()
    {
        if (!_isKept)
            File.Delete(path);
    }
}
