using Kelvin.Catalog;

namespace Kelvin.Queries.Asking;

/// <summary>Where the catalog in force is had: the host loads it, and replaces it whole when a file changes.</summary>
public interface ICatalogSource
{
    /// <summary>The catalog in force. A use case takes it once, so that it does not change underneath it.</summary>
    MetricCatalog Current { get; }

    /// <summary>The text of a definition file by the name that issues give it, or null when there is none.</summary>
    string? TextOf(string file);
}
