namespace Kelvin.Catalog;

/// <summary>A catalog that never changes.</summary>
public sealed record FixedCatalog(MetricCatalog Current) : ICurrentCatalog;
