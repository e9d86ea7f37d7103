using System.Collections.Immutable;
using System.Globalization;
using Kelvin.Catalog;
using Kelvin.Compiler.Frames;
using Kelvin.Entries.Keeping;
using Kelvin.Entries.Values;
using Kelvin.Formulas;
using Kelvin.Queries.Warehouse;

namespace Kelvin.Entries.Posting;

/// <summary>Rows on their way as batches for the warehouse, of the types that their dataset has now.</summary>
internal static class PostedBatches
{
    /// <summary>What comes, and what leaves.</summary>
    public static ImmutableArray<RowBatch> Of(EntryPosting posting, Dataset dataset)
    {
        var rows = PostedRows.Read(posting.Rows);
        return
        [
            .. rows.Set.IsEmpty ? [] : (RowBatch[])[Batch(posting, dataset, rows.Set, LoadMode.Upsert)],
            .. rows.Gone.IsEmpty ? [] : (RowBatch[])[Batch(posting, dataset, rows.Gone, LoadMode.Remove)],
        ];
    }

    private static RowBatch Batch(EntryPosting posting, Dataset dataset, ImmutableArray<ImmutableSortedDictionary<string, string?>> rows, LoadMode mode) =>
        new(dataset, new Frame([.. dataset.Columns.Where(column => column.IsStored && (mode == LoadMode.Upsert || dataset.Key.Contains(column.Name))).Select(column => Column(column, rows))], rows.Length))
        {
            Mode = mode,
            Key = posting.Key + (mode == LoadMode.Upsert ? "" : " gone"),
            AllOrNothing = true,
            Kind = LoadKind.Entry,
            Source = posting.Form,
            Person = posting.Person,
            Reason = posting.Reason,
        };

    private static FrameColumn Column(Column column, ImmutableArray<ImmutableSortedDictionary<string, string?>> rows)
    {
        var values = rows.Select(row => CellValue.Read(row.GetValueOrDefault(column.Name), column)).ToArray();
        return column.Type.Kind switch
        {
            ValueKind.Text => Of<string>(column.Name, values),
            ValueKind.Boolean => Of<bool>(column.Name, values),
            ValueKind.Date => Of<DateOnly>(column.Name, values),
            ValueKind.Timestamp => Of<DateTime>(column.Name, values),
            _ when column.Decimals is null => Of<double>(column.Name, values),
            _ => Of<decimal>(column.Name, values),
        };
    }

    private static FrameColumn<T> Of<T>(string name, object?[] values)
        where T : notnull =>
        new(name, [.. values.Select(value => value is null ? default! : (T)Convert.ChangeType(value, typeof(T), CultureInfo.InvariantCulture))], [.. values.Select(value => value is null)]);
}
