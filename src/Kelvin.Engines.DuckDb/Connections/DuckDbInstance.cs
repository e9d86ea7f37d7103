using System.Data;
using System.Globalization;
using DuckDB.NET.Data;
using Kelvin.Queries.Warehouse;
using Kelvin.Sql.Dialects;

namespace Kelvin.Engines.DuckDb.Connections;

/// <summary>
/// The open database: locked so that no statement can reach a file outside the inbox or change a setting. One connection
/// is held open for as long as it lives, because opening another beside it costs microseconds instead of milliseconds.
/// </summary>
internal sealed class DuckDbInstance : IDisposable
{
    private readonly DuckDBConnection _held;
    private readonly bool _isInMemory;

    private DuckDbInstance(DuckDBConnection held, WarehouseFolder folder, bool isInMemory)
    {
        _held = held;
        Folder = folder;
        _isInMemory = isInMemory;
    }

    /// <summary>Where the database's files are.</summary>
    public WarehouseFolder Folder { get; }

    /// <summary>Opens the database of a folder, or one in memory.</summary>
    public static DuckDbInstance Open(WarehouseFolder folder, bool isInMemory, DuckDbSettings settings)
    {
        var source = isInMemory ? ":memory:" : folder.Database;
        var connection = new DuckDBConnection(
            $"DataSource={source};autoinstall_known_extensions=false;autoload_known_extensions=false");
        try
        {
            connection.Open();
            using var session = new DuckDbSession(connection, ownsConnection: false);
            foreach (var statement in Locks(folder, settings))
                session.Execute(statement, CancellationToken.None);
            return new DuckDbInstance(connection, folder, isInMemory);
        }
        catch (Exception failure) when (failure is DuckDBException or WarehouseException)
        {
            connection.Dispose();
            throw OpeningFailure.Explain(failure, folder.Path);
        }
    }

    /// <summary>A connection of one's own.</summary>
    public DuckDbSession Connect()
    {
        ObjectDisposedException.ThrowIf(_held.State != ConnectionState.Open, this);
        var connection = _isInMemory ? _held.Duplicate() : new DuckDBConnection(_held.ConnectionString);
        connection.Open();
        return new DuckDbSession(connection, ownsConnection: true);
    }

    public void Dispose()
    {
        _held.Dispose();
        Folder.Dispose();
    }

    private static IEnumerable<string> Locks(WarehouseFolder folder, DuckDbSettings settings)
    {
        if (settings.MemoryLimit is { } bytes)
            yield return $"SET memory_limit = '{(bytes / 1_048_576).ToString(CultureInfo.InvariantCulture)}MiB'";
        if (settings.Threads is { } threads)
            yield return $"SET threads = {threads.ToString(CultureInfo.InvariantCulture)}";
        // Instants are UTC everywhere; the engine must never convert by the machine's zone.
        yield return "SET TimeZone = 'UTC'";
        yield return $"SET temp_directory = {DuckDbDialect.Quoted(folder.Spill)}";
        yield return $"SET allowed_directories = [{DuckDbDialect.Quoted(folder.Inbox)}]";
        yield return "SET enable_external_access = false";
        yield return "SET lock_configuration = true";
    }
}
