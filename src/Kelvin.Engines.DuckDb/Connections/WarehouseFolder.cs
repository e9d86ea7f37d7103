namespace Kelvin.Engines.DuckDb.Connections;

/// <summary>The folder that holds a database, and the folders beside it. A temporary one goes when it is disposed.</summary>
internal sealed class WarehouseFolder : IDisposable
{
    private readonly bool _isTemporary;

    private WarehouseFolder(string path, bool isTemporary)
    {
        Path = path;
        _isTemporary = isTemporary;
        Directory.CreateDirectory(path);
        // What an interrupted load left behind is of no use to anyone.
        if (Directory.Exists(Inbox))
            Directory.Delete(Inbox, recursive: true);
        Directory.CreateDirectory(Inbox);
    }

    /// <summary>The folder, absolute.</summary>
    public string Path { get; }

    /// <summary>The database's file.</summary>
    public string Database => System.IO.Path.Combine(Path, "warehouse.duckdb");

    /// <summary>The only folder that statements may read from. Its files live as long as a load.</summary>
    public string Inbox => System.IO.Path.Combine(Path, "inbox");

    /// <summary>Where rejected rows are written for people to mend.</summary>
    public string Rejected => System.IO.Path.Combine(Path, "rejected");

    /// <summary>Where the engine puts what does not fit in memory.</summary>
    public string Spill => System.IO.Path.Combine(Path, "spill");

    public static WarehouseFolder At(string path) => new(System.IO.Path.GetFullPath(path), isTemporary: false);

    public static WarehouseFolder Temporary() => new(Directory.CreateTempSubdirectory("kelvin-").FullName, isTemporary: true);

    public void Dispose()
    {
        if (_isTemporary)
            Directory.Delete(Path, recursive: true);
    }
}
