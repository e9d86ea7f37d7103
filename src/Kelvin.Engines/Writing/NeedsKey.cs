using Kelvin.Catalog;
using Kelvin.Language;
using Kelvin.Queries.Warehouse;

namespace Kelvin.Engines.Writing;

/// <summary>Some modes tell rows by their key, and so need one.</summary>
internal static class NeedsKey
{
    /// <summary>Why rows cannot come into a dataset in a mode, or null.</summary>
    public static Issue? Refusal(Dataset dataset, LoadMode mode) =>
        mode is LoadMode.Upsert or LoadMode.Remove && dataset.RowKey.IsEmpty
            ? Issue.At(dataset.Place, mode == LoadMode.Upsert ? "import.upsert-needs-key" : "import.remove-needs-key", ("dataset", dataset.Name))
            : null;
}
