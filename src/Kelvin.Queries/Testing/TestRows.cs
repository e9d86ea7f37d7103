using System.Collections.Immutable;
using Kelvin.Catalog;
using Kelvin.Compiler.Frames;
using Kelvin.Formulas;

namespace Kelvin.Queries.Testing;

/// <summary>Turns the rows of a test into a frame that a warehouse can append.</summary>
internal static class TestRows
{
    public static Frame Of(MetricTestTable table, Dataset dataset) =>
        new([.. table.Columns.Select((name, index) => Column(dataset.Find(name)!, [.. table.Rows.Select(row => row[index])]))], table.Rows.Length);

    private static FrameColumn Column(Column column, ImmutableArray<object?> values) => column.Type.Kind switch
    {
        ValueKind.Number when column.Decimals is null => Column(column.Name, values, value => (double)(decimal)value),
        ValueKind.Number => Column(column.Name, values, value => (decimal)value),
        ValueKind.Text => Column(column.Name, values, value => (string)value),
        ValueKind.Boolean => Column(column.Name, values, value => (bool)value),
        ValueKind.Date => Column(column.Name, values, value => (DateOnly)value),
        ValueKind.Timestamp => Column(column.Name, values, value => (DateTime)value),
        _ => throw new InvalidOperationException($"A column of {column.Type.Kind} holds no values."),
    };

    private static FrameColumn<T> Column<T>(string name, ImmutableArray<object?> values, Func<object, T> typed)
        where T : notnull =>
        new(name, [.. values.Select(value => value is null ? default! : typed(value))], [.. values.Select(value => value is null)]);
}
