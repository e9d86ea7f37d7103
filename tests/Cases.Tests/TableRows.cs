using System.Collections.Immutable;
using Kelvin.Catalog;
using Kelvin.Compiler.Frames;
using Kelvin.Formulas;

namespace Cases.Tests;

/// <summary>Rows of a dataset as a frame that a warehouse takes.</summary>
internal static class TableRows
{
    public static Frame ToFrame(Dataset dataset, ImmutableArray<string> columns, ImmutableArray<ImmutableArray<object?>> rows) =>
        new([.. columns.Select((name, at) => Column(dataset.Find(name)!, [.. rows.Select(row => row[at])]))], rows.Length);

    private static FrameColumn Column(Column column, object?[] values) => column switch
    {
        { Type.Kind: ValueKind.Text } => Of<string>(column, values),
        { Type.Kind: ValueKind.Boolean } => Of<bool>(column, values),
        { Type.Kind: ValueKind.Date } => Of<DateOnly>(column, values),
        { Type.Kind: ValueKind.Timestamp } => Of<DateTime>(column, values),
        { Decimals: null } => Of<double>(column, [.. values.Select(value => value is decimal number ? (double)number : value)]),
        _ => Of<decimal>(column, values),
    };

    private static FrameColumn<T> Of<T>(Column column, object?[] values)
        where T : notnull =>
        new(column.Name, [.. values.Select(value => value is null ? default! : (T)value)], [.. values.Select(value => value is null)]);
}
