using System.Data.Common;
using Kelvin.Catalog.Connections;
using Kelvin.Collection.Sources;

namespace Kelvin.Connectors.Databases;

/// <summary>What most databases do alike, for those that do.</summary>
internal static class OrdinaryDatabase
{
    /// <summary>Seconds until a server has to have answered that it is there.</summary>
    public const int SecondsToConnect = 15;

    /// <summary>Seconds that a statement may take. Some libraries count all the time that is spent reading its rows.</summary>
    public const int SecondsToAnswer = 1_800;

    /// <summary>What values of a .NET type are.</summary>
    public static SourceKind KindOf(Type type) => Type.GetTypeCode(type) switch
    {
        TypeCode.String or TypeCode.Char => SourceKind.Text,
        TypeCode.Boolean => SourceKind.Boolean,
        TypeCode.DateTime => SourceKind.Timestamp,
        TypeCode.Object when type == typeof(DateOnly) => SourceKind.Date,
        TypeCode.Object when type == typeof(DateTimeOffset) => SourceKind.Timestamp,
        TypeCode.Object when type == typeof(Guid) => SourceKind.Text,
        TypeCode.Object when type.IsArray => SourceKind.Other,
        TypeCode.Object or TypeCode.DBNull or TypeCode.Empty => SourceKind.Any,
        _ => SourceKind.Number,
    };

    /// <summary>The value of a parameter.</summary>
    public static void Set(DbParameter parameter, CursorValue since)
    {
        parameter.ParameterName = SourceStatement.Since;
        parameter.Value = since.Value;
    }

    /// <summary>A target as the server that it is.</summary>
    public static ConnectionTarget.Server Server(OpenedConnection connection) => (ConnectionTarget.Server)connection.Connection.Target;
}
