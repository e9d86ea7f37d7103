namespace Kelvin.Catalog;

/// <summary>The port to the definitions in force: a watched folder in the product, a fixed catalog in tests.</summary>
public interface ICurrentCatalog
{
    /// <summary>The catalog at this moment. Take it once per question, so that one answer has one catalog.</summary>
    MetricCatalog Current { get; }
}
