using System.Data.Common;
using ClickHouse.Driver.ADO;
using Kelvin.Catalog.Connections;
using Kelvin.Collection.Sources;

namespace Kelvin.Connectors.Databases;

/// <summary>ClickHouse, over HTTP.</summary>
internal sealed class ClickHouseDatabase : IDatabase
{
    /// <inheritdoc />
    public bool Reads(ConnectionTarget target) => target is ConnectionTarget.Server { Kind: DatabaseKind.ClickHouse };

    /// <inheritdoc />
    public DbConnection Connect(OpenedConnection connection)
    {
        var server = OrdinaryDatabase.Server(connection);
        var isEncrypted = server.Encryption is Encryption.Required or Encryption.Verified;
        return new ClickHouseConnection(new ClickHouseConnectionStringBuilder
        {
            Host = server.Host,
            Port = (ushort)(server.Port ?? (isEncrypted ? 8443 : 8123)),
            Protocol = isEncrypted ? "https" : "http",
            Database = server.Database,
            Username = server.User ?? "default",
            Password = connection.Open(server.Password) ?? "",
            Timeout = TimeSpan.FromSeconds(OrdinaryDatabase.SecondsToAnswer),
            // Reading only; 2 lets the driver choose how answers are written.
            ["set_readonly"] = "2",
        }.ConnectionString);
    }

    /// <inheritdoc />
    public ValueTask<DbTransaction?> BeginAsync(DbConnection connection, CancellationToken cancellationToken) => ValueTask.FromResult<DbTransaction?>(null);

    /// <inheritdoc />
    public string Quote(string name) =>
        $"`{name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("`", "\\`", StringComparison.Ordinal)}`";

    /// <inheritdoc />
    public string Mark(CursorValue since) => $"{{{SourceStatement.Since}:{TypeOf(since.Value)}}}";

    /// <inheritdoc />
    public void Set(DbParameter parameter, CursorValue since) => OrdinaryDatabase.Set(parameter, since);

    /// <inheritdoc />
    public SourceKind KindOf(Type type, string typeName) => typeName.StartsWith("Date32", StringComparison.Ordinal) || typeName is "Date" or "Nullable(Date)"
        ? SourceKind.Date
        : OrdinaryDatabase.KindOf(type);

    /// <inheritdoc />
    public object? Value(object value, string typeName) => value;

    /// <inheritdoc />
    public bool IsTransient(DbException failure) => false;

    private static string TypeOf(object value) => value switch
    {
        long => "Int64",
        decimal => "Decimal(38, 10)",
        double => "Float64",
        DateTime or DateTimeOffset => "DateTime64(6)",
        DateOnly => "Date32",
        _ => "String",
    };
}
