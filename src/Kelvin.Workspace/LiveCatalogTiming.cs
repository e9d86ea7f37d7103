namespace Kelvin.Workspace;

/// <summary>How soon a live catalog follows its files.</summary>
/// <param name="Quiet">How long files must rest after a change before they are read: editors write in several steps.</param>
/// <param name="Poll">How often files are looked at where the system does not tell of changes, as on network drives.</param>
public sealed record LiveCatalogTiming(TimeSpan Quiet, TimeSpan Poll)
{
    /// <summary>A fifth of a second, and every three seconds.</summary>
    public static LiveCatalogTiming Default { get; } = new(TimeSpan.FromMilliseconds(200), TimeSpan.FromSeconds(3));
}
