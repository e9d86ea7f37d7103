using Kelvin.Sql.Rendering;
using Kelvin.Sql.Tree;

namespace Kelvin.Sql;

/// <summary>
/// How an engine writes SQL. What the standard and all engines agree on is written here; a dialect overrides the rest.
/// </summary>
public abstract class SqlDialect
{
    private protected SqlDialect()
    {
    }

    /// <summary>The engine's name.</summary>
    public abstract string Name { get; }

    /// <summary>A name as an identifier, whatever it contains. Every identifier in every statement goes through here.</summary>
    public virtual string Quote(string identifier) => $"\"{identifier.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>The engine's name of a type.</summary>
    public abstract string TypeName(SqlType type);

    /// <summary>The parameter of this number, from 1.</summary>
    internal virtual string Parameter(int number) => $"${number}";

    /// <summary>A function or operator over rendered arguments.</summary>
    internal virtual SqlFragment Call(SqlFunction function, IReadOnlyList<SqlFragment> arguments) =>
        StandardFunctions.Call(function, arguments);

    /// <summary>An aggregate over rendered parts, without its filter.</summary>
    internal abstract string Aggregate(SqlAggregate kind, SqlFragment? argument, string? fraction, IReadOnlyList<SqlFragment> orderBy);

    /// <summary>A join to the latest partner of each row, over a rendered source with its alias, condition and moment; perhaps keeping rows without one.</summary>
    internal virtual string AsOfJoin(bool keepsAll, string source, string alias, string on, string latest) =>
        $"{(keepsAll ? "LEFT" : "CROSS")} JOIN LATERAL (SELECT * FROM {source} WHERE {on} ORDER BY {latest} DESC LIMIT 1) AS {alias}{(keepsAll ? " ON true" : "")}";

    /// <summary>An aggregate that only sees rows for which the condition holds.</summary>
    internal virtual string Filtered(
        SqlAggregate kind, SqlFragment? argument, string? fraction, IReadOnlyList<SqlFragment> orderBy, SqlFragment condition) =>
        $"{Aggregate(kind, argument, fraction, orderBy)} FILTER (WHERE {condition})";
}
