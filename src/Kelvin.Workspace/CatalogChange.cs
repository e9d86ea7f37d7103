using Kelvin.Catalog;

namespace Kelvin.Workspace;

/// <summary>The definitions of a workspace, before and after its files changed.</summary>
/// <param name="Before">What held until now.</param>
/// <param name="After">What holds from now on.</param>
public sealed record CatalogChange(MetricCatalog Before, MetricCatalog After);
