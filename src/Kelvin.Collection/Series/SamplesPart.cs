using Kelvin.Collection.Pushing;
using Kelvin.Queries.Warehouse;

namespace Kelvin.Collection.Series;

/// <summary>Some of the samples that were measured together, as they are written.</summary>
/// <param name="Batch">What is written.</param>
/// <param name="Read">Its rows.</param>
/// <param name="Places">The place of each among all that were measured.</param>
internal sealed record SamplesPart(RowBatch Batch, ReadRows Read, IReadOnlyList<int> Places)
{
    /// <summary>Whether there is none.</summary>
    public bool IsEmpty => Places.Count == 0;

    /// <summary>Those that are wanted.</summary>
    public static SamplesPart Of(SeriesLayout layout, List<MeasuredIncrease> measured, LoadMode mode, Func<MeasuredIncrease, bool> wanted)
    {
        var places = Enumerable.Range(0, measured.Count).Where(place => wanted(measured[place])).ToList();
        var read = SeriesRows.Of(layout, [.. places.Select(place => measured[place])]);
        return new SamplesPart(new RowBatch(layout.Dataset, read.Rows) { Mode = mode }, read, places);
    }

    /// <summary>A receipt of it, with places among all; one whose row was there already is none that was refused.</summary>
    public WriteReceipt Whole(WriteReceipt receipt)
    {
        var whole = Read.Whole(receipt);
        var refused = whole.Refused.Where(row => !IsThere(row)).Select(row => row with { Row = Places[row.Row] });
        return whole with { Refused = [.. refused], Unchanged = whole.Unchanged + whole.Refused.Count(IsThere) };
    }

    private static bool IsThere(RefusedRow row) => row.Reason.Code == "rows.key-present";
}
