using System.Collections.Immutable;
using Kelvin.Catalog;

namespace Kelvin.Engines.Preparing;

/// <summary>The view of a dataset that is a query.</summary>
/// <param name="Dataset">The dataset.</param>
/// <param name="Reads">The datasets that it reads.</param>
/// <param name="Select">The statement that it stands for.</param>
internal sealed record QueryView(Dataset Dataset, ImmutableArray<string> Reads, string Select)
{
    /// <summary>Whether it names a dataset together with its schema, so that nothing can stand in the dataset's place.</summary>
    public bool NamesSchemas { get; init; }
}
