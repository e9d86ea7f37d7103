using Kelvin.Catalog;
using Kelvin.Queries.Trusting;

namespace Kelvin.Engines.Inspecting;

/// <summary>Ends the transaction of a load that checks refuse. Whoever began the load catches it.</summary>
internal sealed class RefusedLoadException(Dataset dataset, DatasetInspection found) : Exception($"Checks refuse a load into {dataset.Name}.")
{
    /// <summary>The dataset.</summary>
    public Dataset Dataset => dataset;

    /// <summary>What was found.</summary>
    public DatasetInspection Found => found;
}
