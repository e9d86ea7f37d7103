using Kelvin.Catalog;
using Kelvin.Formulas;
using NpgsqlTypes;

namespace Kelvin.Engines.Postgres.Preparing;

/// <summary>How a dataset's columns are stored: the names are those that the server gives its types itself.</summary>
internal static class StoredType
{
    /// <summary>The collation of text: byte by byte, as every engine compares.</summary>
    private const string Bytewise = " COLLATE \"C\"";

    /// <summary>The type's name.</summary>
    public static string NameOf(Column column) => column switch
    {
        { Type.Kind: ValueKind.Text } => "text",
        { Type.Kind: ValueKind.Boolean } => "boolean",
        { Type.Kind: ValueKind.Date } => "date",
        { Type.Kind: ValueKind.Timestamp } => "timestamp without time zone",
        { Decimals: null } => "double precision",
        { Decimals: 0 } => "bigint",
        { Decimals: <= 4 and var decimals } => $"numeric(18,{decimals})",
        { Decimals: { } decimals } => $"numeric(38,{decimals})",
    };

    /// <summary>The type's name with what else a column of it needs.</summary>
    public static string DefinitionOf(Column column) => NameOf(column) + CollationOf(column);

    /// <summary>A value as the column's type.</summary>
    public static string Cast(string value, Column column) => $"CAST({value} AS {NameOf(column)}){CollationOf(column)}";

    /// <summary>The type by which the driver hands values over.</summary>
    public static NpgsqlDbType DriverTypeOf(Column column) => column switch
    {
        { Type.Kind: ValueKind.Text } => NpgsqlDbType.Text,
        { Type.Kind: ValueKind.Boolean } => NpgsqlDbType.Boolean,
        { Type.Kind: ValueKind.Date } => NpgsqlDbType.Date,
        { Type.Kind: ValueKind.Timestamp } => NpgsqlDbType.Timestamp,
        { Decimals: null } => NpgsqlDbType.Double,
        { Decimals: 0 } => NpgsqlDbType.Bigint,
        _ => NpgsqlDbType.Numeric,
    };

    private static string CollationOf(Column column) => column.Type.Kind == ValueKind.Text ? Bytewise : "";
}
