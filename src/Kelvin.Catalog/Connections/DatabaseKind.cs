namespace Kelvin.Catalog.Connections;

/// <summary>The databases on servers that rows can be read from.</summary>
public enum DatabaseKind
{
    /// <summary>PostgreSQL, and what speaks as it does.</summary>
    Postgres,

    /// <summary>MySQL and MariaDB.</summary>
    MySql,

    /// <summary>Microsoft SQL Server and Azure SQL.</summary>
    SqlServer,

    /// <summary>ClickHouse.</summary>
    ClickHouse,
}
