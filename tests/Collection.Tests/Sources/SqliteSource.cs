using Microsoft.Data.Sqlite;

namespace Collection.Tests.Sources;

/// <summary>A shop's own database in a SQLite file, which the shop goes on writing.</summary>
internal sealed class SqliteSource(string folder)
{
    public const string Connection = "connection: shop\nkind: sqlite\nfile: shop.db\n---\n";

    public const string Columns = """
        key: id
        time: day
        columns:
          id: integer
          name: text?
          amount: number with 2 decimals?
          day: date?
        """;

    public void Run(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "shop.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
