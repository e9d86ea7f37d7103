using System.Data.Common;
using MySqlConnector;
using Npgsql;

namespace Collection.Tests.Sources;

/// <summary>A database server that ./test starts, with a table of its own for each test.</summary>
internal sealed class TestServer : IAsyncDisposable
{
    private readonly DbConnection _connection;
    private readonly bool _isPostgres;

    private TestServer(DbConnection connection, bool isPostgres, string host, int port, string user, string password, string database)
    {
        (_connection, _isPostgres, Password) = (connection, isPostgres, password);
        Definition = $"connection: erp\nkind: {(isPostgres ? "postgres" : "mysql")}\nhost: {host}\nport: {port}\ndatabase: {database}\nuser: {user}\npassword: {{ secret: erp_password }}";
        Table = $"orders_{Guid.NewGuid():N}";
    }

    public string Definition { get; }

    public string Password { get; }

    public string Table { get; }

    /// <summary>As definitions write it; PostgreSQL's with its schema.</summary>
    public string TableName => _isPostgres ? $"public.{Table}" : Table;

    /// <summary>The type of instants.</summary>
    public string Instant => _isPostgres ? "timestamptz" : "timestamp(6) NOT NULL";

    /// <summary>The type of moments without a zone.</summary>
    public string Local => _isPostgres ? "timestamp" : "datetime(6)";

    /// <summary>What says in a literal that it is in UTC; MariaDB's session is.</summary>
    public string Utc => _isPostgres ? "Z" : "";

    public static async Task<TestServer> OpenAsync(string kind)
    {
        var isPostgres = kind == "postgres";
        var variable = isPostgres ? "KELVIN_TEST_POSTGRES" : "KELVIN_TEST_MARIADB";
        var named = Environment.GetEnvironmentVariable(variable);
        Assert.SkipWhen(string.IsNullOrEmpty(named), $"{variable} does not name a server; ./test starts one.");
        var server = isPostgres ? Postgres(new NpgsqlConnectionStringBuilder(named)) : MariaDb(new MySqlConnectionStringBuilder(named));
        await server._connection.OpenAsync();
        if (!isPostgres)
            await server.RunAsync("SET time_zone = '+00:00'");
        return server;
    }

    public string Quote(string name) => _isPostgres ? $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : $"`{name.Replace("`", "``", StringComparison.Ordinal)}`";

    public async Task RunAsync(string sql)
    {
        await using var command = _connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    public async Task<object?> ScalarAsync(string sql)
    {
        await using var command = _connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync();
    }

    /// <summary>Rows from 1 on, wide enough that a server cannot have sent many ahead.</summary>
    public Task FillAsync(int rows) => RunAsync(_isPostgres
        ? $"INSERT INTO {Table} SELECT i, repeat('x', 1900), now() FROM generate_series(1, {rows}) AS i"
        : $"INSERT INTO {Table} SELECT seq, repeat('x', 1900), now(6) FROM seq_1_to_{rows}");

    /// <summary>Ends every other session that reads the test's table.</summary>
    public async Task CutAsync()
    {
        if (_isPostgres)
            await RunAsync($"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE '%{Table}%' AND pid <> pg_backend_pid()");
        else if (await ScalarAsync($"SELECT id FROM information_schema.processlist WHERE info LIKE '%{Table}%' AND id <> connection_id()") is { } id)
            await RunAsync($"KILL {id}");
    }

    public async ValueTask DisposeAsync()
    {
        if (_connection.State == System.Data.ConnectionState.Open)
            await RunAsync($"DROP TABLE IF EXISTS {Table}{(_isPostgres ? " CASCADE" : "")}");
        await _connection.DisposeAsync();
    }

    private static TestServer Postgres(NpgsqlConnectionStringBuilder named) =>
        new(new NpgsqlConnection(named.ConnectionString), true, named.Host!, named.Port, named.Username!, named.Password!, named.Database!);

    private static TestServer MariaDb(MySqlConnectionStringBuilder named) =>
        new(new MySqlConnection(named.ConnectionString), false, named.Server, (int)named.Port, named.UserID, named.Password, named.Database);
}
