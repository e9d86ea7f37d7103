using System.Data.Common;
using Kelvin.Catalog.Connections;
using Kelvin.Collection.Sources;

namespace Kelvin.Connectors.Databases;

/// <summary>What databases do each in their own way.</summary>
internal interface IDatabase
{
    /// <summary>Whether a target is one.</summary>
    bool Reads(ConnectionTarget target);

    /// <summary>A connection that is not open yet.</summary>
    DbConnection Connect(OpenedConnection connection);

    /// <summary>Begins a transaction that cannot write, as far as the database has such; null where it has none.</summary>
    ValueTask<DbTransaction?> BeginAsync(DbConnection connection, CancellationToken cancellationToken);

    /// <summary>A name as it stands in statements.</summary>
    string Quote(string name);

    /// <summary>A parameter called <c>since</c>, as it stands in statements.</summary>
    string Mark(CursorValue since);

    /// <summary>Gives that parameter its value.</summary>
    void Set(DbParameter parameter, CursorValue since);

    /// <summary>What values of a column are.</summary>
    SourceKind KindOf(Type type, string typeName);

    /// <summary>A value of a column as it is handed on.</summary>
    object? Value(object value, string typeName);

    /// <summary>Whether what failed may well succeed a little later, besides what its library says itself.</summary>
    bool IsTransient(DbException failure);
}
