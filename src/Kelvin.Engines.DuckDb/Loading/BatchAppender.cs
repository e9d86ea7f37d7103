using System.Globalization;
using DuckDB.NET.Data;
using Kelvin.Catalog;
using Kelvin.Engines.Sessions;
using Kelvin.Formulas;

namespace Kelvin.Engines.DuckDb.Loading;

/// <summary>Hands rows of batches to DuckDB's appender: load, line, then each value as the type of its column.</summary>
internal static class BatchAppender
{
    /// <summary>Appends every row; a column that a frame lacks is missing throughout.</summary>
    public static void Append(
        DuckDBAppender appender, IReadOnlyList<Column> columns, IReadOnlyList<StagedRows> batches, CancellationToken cancellationToken)
    {
        foreach (var batch in batches)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var values = columns.Select(column => batch.Frame.Find(column.Name)).ToArray();
            foreach (var row in batch.Rows)
            {
                var line = appender.CreateRow().AppendValue(batch.Load).AppendValue((long)row);
                for (var at = 0; at < values.Length; at++)
                    Append(line, columns[at], values[at]?[row]);
                line.EndRow();
            }
        }
    }

    private static void Append(IDuckDBAppenderRow line, Column column, object? value)
    {
        switch (value)
        {
            case null:
                line.AppendNullValue();
                break;
            case decimal or double when column.Type.Kind == ValueKind.Number:
                AppendNumber(line, column, value);
                break;
            case string text:
                line.AppendValue(text);
                break;
            case bool flag:
                line.AppendValue(flag);
                break;
            case DateOnly day:
                line.AppendValue(day);
                break;
            case DateTime instant:
                line.AppendValue(instant);
                break;
            default:
                throw new InvalidOperationException($"No column for {value.GetType().Name}.");
        }
    }

    private static void AppendNumber(IDuckDBAppenderRow line, Column column, object value)
    {
        // A binary number may be greater than any exact one.
        if (column.Decimals is null)
            line.AppendValue(Convert.ToDouble(value, CultureInfo.InvariantCulture));
        else if (column.Decimals == 0)
            line.AppendValue(Convert.ToInt64(value, CultureInfo.InvariantCulture));
        else
            line.AppendValue(Convert.ToDecimal(value, CultureInfo.InvariantCulture));
    }
}
