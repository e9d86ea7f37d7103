using System.Globalization;
using Conformance.Folder;
using Kelvin.Catalog;
using Kelvin.Compiler.Frames;
using Kelvin.Formulas;

namespace Conformance.Running;

/// <summary>A table's rows as the warehouse takes them.</summary>
internal static class TableFrame
{
    public static Frame Of(CaseTable table, Dataset dataset, FileFormat format) =>
        new([.. dataset.Columns.Where(column => column.IsStored).Select(column => Column(column, [.. table.Values(format.Names.GetValueOrDefault(column.Name, column.Name))]))], table.Rows.Length);

    private static FrameColumn Column(Column column, string?[] values) => column.Type.Kind switch
    {
        ValueKind.Number when column.Decimals is null => Of(column.Name, values, value => double.Parse(value, CultureInfo.InvariantCulture)),
        ValueKind.Number => Of(column.Name, values, value => decimal.Parse(value, NumberStyles.Float, CultureInfo.InvariantCulture)),
        ValueKind.Boolean => Of(column.Name, values, bool.Parse),
        ValueKind.Date => Of(column.Name, values, value => DateOnly.FromDateTime(DateTime.Parse(value, CultureInfo.InvariantCulture))),
        ValueKind.Timestamp => Of(column.Name, values, value => DateTime.Parse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal)),
        _ => Of(column.Name, values, value => value),
    };

    private static FrameColumn<T> Of<T>(string name, string?[] values, Func<string, T> typed)
        where T : notnull =>
        new(name, [.. values.Select(value => value is null ? default! : typed(value))], [.. values.Select(value => value is null)]);
}
