using System.Globalization;
using DuckDB.NET.Data;
using Kelvin.Language;
using Kelvin.Queries.Warehouse;
using Kelvin.Sql.Dialects;

namespace Kelvin.Engines.DuckDb.Connections;

/// <summary>
/// The open database: locked so that no statement can reach a file outside the inbox or change a setting. One connection
/// is held open for as long as it lives, because opening another beside it costs microseconds instead of milliseconds.
/// </summary>
internal sealed class DuckDbInstance : IDisposable
{
    private readonly Lock _gate = new();
    private readonly DuckDbSettings _settings;
    private readonly bool _isInMemory;
    private DuckDBConnection _held;
    private int _sessions;
    private bool _isBroken;
    private bool _isDisposed;

    private DuckDbInstance(DuckDBConnection held, WarehouseFolder folder, bool isInMemory, DuckDbSettings settings)
    {
        _held = held;
        Folder = folder;
        _isInMemory = isInMemory;
        _settings = settings;
    }

    /// <summary>Where the database's files are.</summary>
    public WarehouseFolder Folder { get; }

    /// <summary>Opens the database of a folder, or one in memory.</summary>
    public static DuckDbInstance Open(WarehouseFolder folder, bool isInMemory, DuckDbSettings settings) =>
        new(Hold(folder, isInMemory, settings), folder, isInMemory, settings);

    /// <summary>A connection of one's own.</summary>
    /// <exception cref="WarehouseException">The engine has failed, and cannot be opened anew yet.</exception>
    public DuckDbSession Connect()
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            if (_isBroken)
                OpenAnew();
            var connection = _isInMemory ? _held.Duplicate() : new DuckDBConnection(_held.ConnectionString);
            connection.Open();
            _sessions++;
            return new DuckDbSession(connection, this);
        }
    }

    /// <summary>A connection has ended.</summary>
    public void Leave()
    {
        lock (_gate)
            _sessions--;
    }

    /// <summary>
    /// What a failure of the engine means to a person. After some, such as a disk that fills up in the middle of tidying, the engine
    /// answers nothing more until its file is opened anew; all that it has acknowledged is in its log.
    /// </summary>
    public WarehouseException Explain(DuckDBException failure)
    {
        if (EngineFailure.IsLast(failure) && !_isInMemory)
            lock (_gate)
                _isBroken = true;
        return EngineFailure.Explain(failure, Folder.Path);
    }

    /// <summary>Refuses to begin what needs room when there is hardly any left: then nothing has to fail halfway.</summary>
    /// <exception cref="WarehouseException">There is not.</exception>
    public void NeedRoom()
    {
        if (!_isInMemory && new DriveInfo(Folder.Path).AvailableFreeSpace < _settings.KeepFree)
            throw EngineFailure.Full(Folder.Path, null);
    }

    public void Dispose()
    {
        lock (_gate)
            _isDisposed = true;
        _held.Dispose();
        Folder.Dispose();
    }

    private void OpenAnew()
    {
        // The file is let go of when the last connection to it ends. Those that are open fail with their next statement.
        if (_sessions > 0)
            throw new WarehouseException(Issue.At(null, "engine.opening-anew", ("folder", Folder.Path)));
        _held.Dispose();
        _held = Hold(Folder, _isInMemory, _settings);
        _isBroken = false;
    }

    private static DuckDBConnection Hold(WarehouseFolder folder, bool isInMemory, DuckDbSettings settings)
    {
        var source = isInMemory ? ":memory:" : folder.Database;
        var connection = new DuckDBConnection(
            $"DataSource={source};autoinstall_known_extensions=false;autoload_known_extensions=false");
        try
        {
            connection.Open();
            using var session = new DuckDbSession(connection, owner: null);
            foreach (var statement in Locks(folder, settings))
                session.Execute(statement, CancellationToken.None);
            return connection;
        }
        catch (Exception failure) when (failure is DuckDBException or WarehouseException)
        {
            connection.Dispose();
            throw OpeningFailure.Explain(failure, folder.Path);
        }
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
