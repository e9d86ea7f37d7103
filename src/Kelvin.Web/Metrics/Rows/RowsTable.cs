using System.Collections.Immutable;
using Kelvin.Catalog;
using Kelvin.Compiler.Frames;
using Kelvin.Formulas;
using Kelvin.Quantities;
using Kelvin.Queries.Drilling;
using Kelvin.Web.Elements;
using Kelvin.Web.Metrics.Words;
using Kelvin.Web.Reading;

namespace Kelvin.Web.Metrics.Rows;

/// <summary>Puts the rows behind a value into words, one unit a column.</summary>
internal sealed class RowsTable(Reader reader, Wording words)
{
    public TableView Of(DrillAnswer answer)
    {
        var columns = answer.Columns.Select((column, index) => Cells(column, answer.Rows.Columns[index], answer.Rows.Count)).ToArray();
        return new(
            [.. answer.Columns.Select(column => new TableColumn(
                column.Label is { } label ? reader.Read(label) : column.Name, column.Type.Kind == ValueKind.Number))],
            [.. Enumerable.Range(0, answer.Rows.Count).Select(row => columns.Select(cells => cells[row]).ToImmutableArray())]);
    }

    private TableCell[] Cells(Column column, FrameColumn values, int count)
    {
        var numbers = Enumerable.Range(0, count).Select(row => Number(values[row], column.Type.Unit)).ToArray();
        var unit = ColumnUnit.For(column.Type.Unit, numbers.OfType<Quantity>().Select(number => number.Value));
        return [.. numbers.Select((number, row) => new TableCell(
            number is null ? words.Cell(values[row], column.Type) : words.Down(number, unit), IsMissing: values[row] is null))];
    }

    private static Quantity? Number(object? value, Unit unit) => value switch
    {
        decimal exact => Quantity.Exact(exact, unit),
        double approximate => Quantity.Approximate(approximate, unit),
        _ => null,
    };
}
