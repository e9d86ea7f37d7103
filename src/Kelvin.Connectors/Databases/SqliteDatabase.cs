using System.Data.Common;
using Kelvin.Catalog.Connections;
using Kelvin.Collection.Sources;
using Microsoft.Data.Sqlite;

namespace Kelvin.Connectors.Databases;

/// <summary>A SQLite file. Its columns have no fixed types, so each value is looked at by itself.</summary>
internal sealed class SqliteDatabase : IDatabase
{
    private const int Busy = 5;
    private const int Locked = 6;

    /// <inheritdoc />
    public bool Reads(ConnectionTarget target) => target is ConnectionTarget.File;

    /// <inheritdoc />
    public DbConnection Connect(OpenedConnection connection) => new SqliteConnection(new SqliteConnectionStringBuilder
    {
        DataSource = Path.GetFullPath(((ConnectionTarget.File)connection.Connection.Target).Path, connection.Folder),
        Mode = SqliteOpenMode.ReadOnly,
        Pooling = false,
    }.ConnectionString);

    /// <inheritdoc />
    public async ValueTask<DbTransaction?> BeginAsync(DbConnection connection, CancellationToken cancellationToken) =>
        await Task.FromResult(((SqliteConnection)connection).BeginTransaction(deferred: true));

    /// <inheritdoc />
    public string Quote(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <inheritdoc />
    public string Mark(CursorValue since) => "@" + SourceStatement.Since;

    /// <inheritdoc />
    public void Set(DbParameter parameter, CursorValue since)
    {
        OrdinaryDatabase.Set(parameter, since);
        // A decimal would be sent as text, which is greater than every number here.
        if (since.Value is decimal exact)
            parameter.Value = (double)exact;
    }

    /// <inheritdoc />
    public SourceKind KindOf(Type type, string typeName) => SourceKind.Any;

    /// <inheritdoc />
    public object? Value(object value, string typeName) => value;

    /// <inheritdoc />
    public bool IsTransient(DbException failure) => failure is SqliteException { SqliteErrorCode: Busy or Locked };
}
