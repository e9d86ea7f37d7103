using System.Data;
using System.Data.Common;
using Kelvin.Catalog.Connections;
using Kelvin.Collection.Sources;
using Npgsql;

namespace Kelvin.Connectors.Databases;

/// <summary>PostgreSQL, and what speaks as it does.</summary>
internal sealed class PostgresDatabase : IDatabase
{
    // The server is being shut down or started; 57P01 is what a statement gets that was under way.
    private static readonly string[] Passing = ["57P01", "57P02", "57P03"];

    /// <inheritdoc />
    public bool Reads(ConnectionTarget target) => target is ConnectionTarget.Server { Kind: DatabaseKind.Postgres };

    /// <inheritdoc />
    public DbConnection Connect(OpenedConnection connection)
    {
        var server = OrdinaryDatabase.Server(connection);
        return new NpgsqlConnection(new NpgsqlConnectionStringBuilder
        {
            Host = server.Host,
            Port = server.Port ?? 5432,
            Database = server.Database,
            Username = server.User,
            Password = connection.Open(server.Password),
            Timeout = OrdinaryDatabase.SecondsToConnect,
            ApplicationName = "Kelvin",
            // A source is visited now and then; a connection that waits for the next time only costs the server.
            Pooling = false,
            SslMode = server.Encryption switch
            {
                Encryption.None => SslMode.Disable,
                Encryption.Required => SslMode.Require,
                Encryption.Verified => SslMode.VerifyFull,
                _ => SslMode.Prefer,
            },
        }.ConnectionString);
    }

    /// <inheritdoc />
    public async ValueTask<DbTransaction?> BeginAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "SET TRANSACTION READ ONLY";
        await command.ExecuteNonQueryAsync(cancellationToken);
        return transaction;
    }

    /// <inheritdoc />
    public string Quote(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <inheritdoc />
    public string Mark(CursorValue since) => "@" + SourceStatement.Since;

    /// <inheritdoc />
    public void Set(DbParameter parameter, CursorValue since) => OrdinaryDatabase.Set(parameter, since);

    /// <inheritdoc />
    public SourceKind KindOf(Type type, string typeName) => typeName == "date" ? SourceKind.Date : OrdinaryDatabase.KindOf(type);

    /// <inheritdoc />
    public object? Value(object value, string typeName) => value;

    /// <inheritdoc />
    public bool IsTransient(DbException failure) => Passing.Contains(failure.SqlState);
}
