using System.Data;
using System.Data.Common;
using Kelvin.Catalog.Connections;
using Kelvin.Collection.Sources;
using Microsoft.Data.SqlClient;

namespace Kelvin.Connectors.Databases;

/// <summary>Microsoft SQL Server and Azure SQL.</summary>
internal sealed class SqlServerDatabase : IDatabase
{
    // In the way or busy: dead ends, a database that is being moved or is full of work, a connection that was cut.
    private static readonly int[] Passing = [-2, 20, 64, 233, 1205, 4060, 10053, 10054, 10060, 10928, 10929, 40197, 40501, 40613, 49918, 49919, 49920];

    /// <inheritdoc />
    public bool Reads(ConnectionTarget target) => target is ConnectionTarget.Server { Kind: DatabaseKind.SqlServer };

    /// <inheritdoc />
    public DbConnection Connect(OpenedConnection connection)
    {
        var server = OrdinaryDatabase.Server(connection);
        return new SqlConnection(new SqlConnectionStringBuilder
        {
            DataSource = server.Port is { } port ? FormattableString.Invariant($"{server.Host},{port}") : server.Host,
            InitialCatalog = server.Database,
            UserID = server.User ?? "",
            Password = connection.Open(server.Password) ?? "",
            ConnectTimeout = OrdinaryDatabase.SecondsToConnect,
            ApplicationName = "Kelvin",
            ApplicationIntent = ApplicationIntent.ReadOnly,
            Pooling = false,
            Encrypt = server.Encryption is Encryption.Required or Encryption.Verified ? SqlConnectionEncryptOption.Mandatory : SqlConnectionEncryptOption.Optional,
            TrustServerCertificate = server.Encryption != Encryption.Verified,
        }.ConnectionString);
    }

    /// <inheritdoc />
    // It has no transaction that cannot write; one that is never committed, and a query in parentheses, come as close.
    public async ValueTask<DbTransaction?> BeginAsync(DbConnection connection, CancellationToken cancellationToken) =>
        await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken);

    /// <inheritdoc />
    public string Quote(string name) => $"[{name.Replace("]", "]]", StringComparison.Ordinal)}]";

    /// <inheritdoc />
    public string Mark(CursorValue since) => "@" + SourceStatement.Since;

    /// <inheritdoc />
    public void Set(DbParameter parameter, CursorValue since)
    {
        OrdinaryDatabase.Set(parameter, since);
        // Otherwise it is sent as the older type, which keeps no more than three hundredths of a second.
        if (since.Value is DateTime)
            parameter.DbType = DbType.DateTime2;
    }

    /// <inheritdoc />
    public SourceKind KindOf(Type type, string typeName) => typeName == "date" ? SourceKind.Date : OrdinaryDatabase.KindOf(type);

    /// <inheritdoc />
    public object? Value(object value, string typeName) => value;

    /// <inheritdoc />
    public bool IsTransient(DbException failure) => failure is SqlException known && Passing.Contains(known.Number);
}
