using DuckDB.NET.Data;
using Kelvin.Catalog;

namespace Kelvin.Bench;

/// <summary>A clean CSV file of orders in ten columns, its definition, and DuckDB's own COPY of it.</summary>
internal static class OrdersFile
{
    /// <summary>Its definition, as a workspace has it.</summary>
    public const string Definitions = """
        workspace: Bench
        zone: UTC
        currency: SEK
        ---
        dataset: orders
        label: Orders
        key: id
        time: ordered_at
        columns:
          id: integer
          ordered_at: timestamp
          promised_on: date
          country: text
          channel: text
          customer: text
          amount: money
          cost: money
          weight: number
          is_gift: boolean
        """;

    public static MetricCatalog Catalog() => CatalogLoader.Load([new DefinitionFile("bench.yaml", Definitions, null)]);

    /// <summary>Writes the file.</summary>
    public static string Make(BenchFolder folder, long rows) => Make(folder, folder.File("orders.csv"), rows);

    /// <summary>Writes the file under a path.</summary>
    public static string Make(BenchFolder folder, string file, long rows)
    {
        Execute(folder.File("made.duckdb"), FormattableString.Invariant($"""
            COPY (
              SELECT i AS id, TIMESTAMP '2024-01-01' + to_seconds(i * 60) AS ordered_at, CAST(DATE '2024-01-03' + CAST(i / 1440 AS INTEGER) AS DATE) AS promised_on,
                'country ' || (hash(i) % 10) AS country, 'channel ' || (hash(i + 1) % 5) AS channel, 'customer ' || (hash(i + 2) % 50000) AS customer,
                CAST((hash(i + 4) % 100000) / 100.0 AS DECIMAL(18,4)) AS amount, CAST((hash(i + 5) % 60000) / 100.0 AS DECIMAL(18,4)) AS cost,
                (hash(i + 6) % 1000) / 7.0 AS weight, hash(i + 7) % 10 = 0 AS is_gift
              FROM range({rows}) AS t(i)
            ) TO '{file}' (FORMAT csv, HEADER)
            """));
        return file;
    }

    /// <summary>Copies the file into a new table of the same types.</summary>
    public static void Copy(string database, string file) => Execute(database, "DROP TABLE IF EXISTS orders", """
        CREATE TABLE orders (id BIGINT, ordered_at TIMESTAMP, promised_on DATE, country VARCHAR, channel VARCHAR, customer VARCHAR,
          amount DECIMAL(18,4), cost DECIMAL(18,4), weight DOUBLE, is_gift BOOLEAN)
        """, $"COPY orders FROM '{file}' (FORMAT csv, HEADER)");

    private static void Execute(string database, params string[] statements)
    {
        using var connection = new DuckDBConnection($"Data Source={database}");
        connection.Open();
        foreach (var statement in statements)
        {
            using var command = connection.CreateCommand();
            command.CommandText = statement;
            command.ExecuteNonQuery();
        }
    }
}
