using Kelvin.Catalog;
using Kelvin.Language;
using Kelvin.Queries.Warehouse;

namespace Kelvin.Engines.Writing;

/// <summary>Why rows cannot come into a dataset, whatever they are.</summary>
internal static class WhyNoRows
{
    /// <summary>The refusal, or null: a query has no rows of its own, and some modes tell rows by their key, and so need one.</summary>
    public static Issue? Of(Dataset dataset, LoadMode mode) =>
        dataset.Source is DatasetSource.Query ? Issue.At(dataset.Place, "import.into-query", ("dataset", dataset.Name))
        : mode is LoadMode.Upsert or LoadMode.Remove && dataset.RowKey.IsEmpty
            ? Issue.At(dataset.Place, mode == LoadMode.Upsert ? "import.upsert-needs-key" : "import.remove-needs-key", ("dataset", dataset.Name))
            : null;
}
