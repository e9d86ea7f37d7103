using System.Collections.Immutable;
using Kelvin.Compiler.Frames;
using Kelvin.Queries.Warehouse;

namespace Kelvin.Collection.Pushing;

/// <summary>Rows of a request, as far as they could be read.</summary>
/// <param name="Rows">Those that could.</param>
/// <param name="Places">The index in the request of each of them.</param>
/// <param name="Refused">Those that could not, by their index in the request.</param>
internal sealed record ReadRows(Frame Rows, ImmutableArray<int> Places, ImmutableArray<RefusedRow> Refused)
{
    /// <summary>A receipt for the rows that could be read, as one for the whole request.</summary>
    public WriteReceipt Whole(WriteReceipt receipt) => receipt with
    {
        Refused = [.. Refused.Concat(receipt.Refused.Where(row => row.Row < Places.Length).Select(row => row with { Row = Places[row.Row] })).OrderBy(row => row.Row)],
    };
}
