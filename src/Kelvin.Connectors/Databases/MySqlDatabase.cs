using System.Data;
using System.Data.Common;
using Kelvin.Catalog.Connections;
using Kelvin.Collection.Sources;
using MySqlConnector;

namespace Kelvin.Connectors.Databases;

/// <summary>MySQL and MariaDB.</summary>
internal sealed class MySqlDatabase : IDatabase
{
    // Shutting down, unable to connect, gone, lost, and killed: MariaDB's own number for a connection that someone ended.
    private static readonly int[] Passing = [1053, 1317, 1927, 2002, 2003, 2006, 2013, (int)MySqlErrorCode.UnableToConnectToHost];

    /// <inheritdoc />
    public bool Reads(ConnectionTarget target) => target is ConnectionTarget.Server { Kind: DatabaseKind.MySql };

    /// <inheritdoc />
    public DbConnection Connect(OpenedConnection connection)
    {
        var server = OrdinaryDatabase.Server(connection);
        return new MySqlConnection(new MySqlConnectionStringBuilder
        {
            Server = server.Host,
            Port = (uint)(server.Port ?? 3306),
            Database = server.Database,
            UserID = server.User ?? "",
            Password = connection.Open(server.Password) ?? "",
            ConnectionTimeout = OrdinaryDatabase.SecondsToConnect,
            ApplicationName = "Kelvin",
            Pooling = false,
            // The 0th of month 0, which these servers keep where nothing was entered, comes as the first day of all; see Value.
            ConvertZeroDateTime = true,
            SslMode = server.Encryption switch
            {
                Encryption.None => MySqlSslMode.None,
                Encryption.Required => MySqlSslMode.Required,
                Encryption.Verified => MySqlSslMode.VerifyFull,
                _ => MySqlSslMode.Preferred,
            },
        }.ConnectionString);
    }

    /// <inheritdoc />
    public async ValueTask<DbTransaction?> BeginAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        await using (var command = connection.CreateCommand())
        {
            // So that TIMESTAMP, which is an instant and comes in the session's zone, comes in UTC.
            command.CommandText = "SET time_zone = '+00:00'";
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
        return await ((MySqlConnection)connection).BeginTransactionAsync(IsolationLevel.RepeatableRead, isReadOnly: true, cancellationToken);
    }

    /// <inheritdoc />
    public string Quote(string name) => $"`{name.Replace("`", "``", StringComparison.Ordinal)}`";

    /// <inheritdoc />
    public string Mark(CursorValue since) => "@" + SourceStatement.Since;

    /// <inheritdoc />
    public void Set(DbParameter parameter, CursorValue since) => OrdinaryDatabase.Set(parameter, since);

    /// <inheritdoc />
    public SourceKind KindOf(Type type, string typeName) => typeName == "DATE" ? SourceKind.Date : OrdinaryDatabase.KindOf(type);

    /// <inheritdoc />
    public object? Value(object value, string typeName) => value switch
    {
        DateTime moment when moment == DateTime.MinValue => null,
        DateTime moment when typeName == "TIMESTAMP" => DateTime.SpecifyKind(moment, DateTimeKind.Utc),
        _ => value,
    };

    /// <inheritdoc />
    public bool IsTransient(DbException failure) =>
        failure is MySqlException { Number: var number } && Passing.Contains(number);
}
