namespace Kelvin.Catalog;

/// <summary>The engine that holds a workspace's rows.</summary>
public enum WarehouseKind
{
    /// <summary>DuckDB, in the workspace's own folder.</summary>
    DuckDb,

    /// <summary>A PostgreSQL server, which whoever runs the program names; never a definition file.</summary>
    Postgres,
}
