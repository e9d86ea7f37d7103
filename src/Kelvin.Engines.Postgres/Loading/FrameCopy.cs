using System.Globalization;
using Kelvin.Catalog;
using Kelvin.Compiler.Frames;
using Kelvin.Engines.Postgres.Connections;
using Kelvin.Engines.Postgres.Preparing;
using Npgsql;

namespace Kelvin.Engines.Postgres.Loading;

/// <summary>Hands rows of a frame to the server in its binary form, each value as the type of its column.</summary>
internal static class FrameCopy
{
    /// <summary>Copies every row; a column that the frame lacks is missing throughout.</summary>
    public static async Task WriteAsync(
        NpgsqlBinaryImporter importer, IReadOnlyList<(Column Column, FrameColumn? Values)> columns, int rows, CancellationToken cancellationToken)
    {
        for (var row = 0; row < rows; row++)
        {
            await importer.StartRowAsync(cancellationToken);
            foreach (var (column, values) in columns)
                await (values?[row] is { } value ? WriteAsync(importer, column, value, cancellationToken) : importer.WriteNullAsync(cancellationToken));
        }
    }

    private static Task WriteAsync(NpgsqlBinaryImporter importer, Column column, object value, CancellationToken cancellationToken)
    {
        var type = StoredType.DriverTypeOf(column);
        return value switch
        {
            decimal or double when column.Decimals is null => importer.WriteAsync(Convert.ToDouble(value, CultureInfo.InvariantCulture), type, cancellationToken),
            decimal or double when column.Decimals == 0 => importer.WriteAsync(decimal.ToInt64(Convert.ToDecimal(value, CultureInfo.InvariantCulture)), type, cancellationToken),
            decimal or double => importer.WriteAsync(Convert.ToDecimal(value, CultureInfo.InvariantCulture), type, cancellationToken),
            string text => importer.WriteAsync(text, type, cancellationToken),
            bool truth => importer.WriteAsync(truth, type, cancellationToken),
            DateOnly day => importer.WriteAsync(day, type, cancellationToken),
            DateTime instant => importer.WriteAsync(PostgresParameter.WithoutZone(instant), type, cancellationToken),
            _ => throw new InvalidOperationException($"No column for {value.GetType().Name}."),
        };
    }
}
