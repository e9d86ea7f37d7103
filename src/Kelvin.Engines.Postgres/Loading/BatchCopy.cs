using System.Globalization;
using Kelvin.Catalog;
using Kelvin.Engines.Postgres.Connections;
using Kelvin.Engines.Postgres.Preparing;
using Kelvin.Engines.Sessions;
using Npgsql;
using NpgsqlTypes;

namespace Kelvin.Engines.Postgres.Loading;

/// <summary>Hands rows of batches to the server in its binary form: load, line, then each value as the type of its column.</summary>
internal static class BatchCopy
{
    /// <summary>Copies every row; a column that a frame lacks is missing throughout.</summary>
    public static async Task WriteAsync(
        NpgsqlBinaryImporter importer, IReadOnlyList<Column> columns, IReadOnlyList<StagedRows> batches, CancellationToken cancellationToken)
    {
        foreach (var batch in batches)
        {
            var values = columns.Select(column => batch.Frame.Find(column.Name)).ToArray();
            foreach (var row in batch.Rows)
            {
                await importer.StartRowAsync(cancellationToken);
                await importer.WriteAsync(batch.Load, NpgsqlDbType.Bigint, cancellationToken);
                await importer.WriteAsync((long)row, NpgsqlDbType.Bigint, cancellationToken);
                for (var at = 0; at < values.Length; at++)
                    await (values[at]?[row] is { } value ? WriteAsync(importer, columns[at], value, cancellationToken) : importer.WriteNullAsync(cancellationToken));
            }
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
