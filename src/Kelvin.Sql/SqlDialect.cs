namespace Kelvin.Sql;

/// <summary>How an engine writes SQL.</summary>
public abstract class SqlDialect
{
    /// <summary>The engine's name.</summary>
    public abstract string Name { get; }
}
