using Kelvin.Catalog;
using Kelvin.Compiler.Frames;
using Kelvin.Language;

namespace Kelvin.Queries.Warehouse;

/// <summary>Writing in short.</summary>
public static class RowWriting
{
    /// <summary>Adds rows to a dataset, all or none; faulty when one of them cannot be taken.</summary>
    public static async Task<Checked<WriteReceipt>> AddAsync(this IWarehouse warehouse, Dataset dataset, Frame rows, CancellationToken cancellationToken) =>
        (await warehouse.WriteAsync([new RowBatch(dataset, rows) { AllOrNothing = true }], cancellationToken))[0];
}
