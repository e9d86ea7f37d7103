using Kelvin.Language;

namespace Kelvin.Catalog.Connections;

/// <summary>Somewhere that data come from: a database, files, a service on the web.</summary>
/// <param name="Name">Its name, unique in the catalog.</param>
/// <param name="Label">What people call it.</param>
/// <param name="Target">Where it leads.</param>
public sealed record Connection(string Name, LocalText Label, ConnectionTarget Target)
{
    /// <summary>Where it is defined.</summary>
    public Place? Place { get; init; }
}
