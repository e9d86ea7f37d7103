using Kelvin.Catalog;
using Kelvin.Formulas;
using Kelvin.Sql.Dialects;
using Kelvin.Sql.Tree;

namespace Kelvin.Engines.DuckDb.Preparing;

/// <summary>How a dataset's columns are stored.</summary>
internal static class ColumnType
{
    /// <summary>The engine's name of a column's type.</summary>
    public static string NameOf(Column column) => DuckDbDialect.Instance.TypeName(Of(column));

    /// <summary>
    /// Exact numbers of up to 4 decimals fit 64 bits, which is several times faster than the 128 bits that more need.
    /// </summary>
    public static SqlType Of(Column column) => column switch
    {
        { Type.Kind: ValueKind.Text } => new SqlType.Text(),
        { Type.Kind: ValueKind.Boolean } => new SqlType.Boolean(),
        { Type.Kind: ValueKind.Date } => new SqlType.Date(),
        { Type.Kind: ValueKind.Timestamp } => new SqlType.Timestamp(),
        { Decimals: null } => new SqlType.Double(),
        { Decimals: 0 } => new SqlType.BigInt(),
        { Decimals: <= 4 and var decimals } => new SqlType.Decimal(18, decimals),
        { Decimals: { } decimals } => new SqlType.Decimal(38, decimals),
    };
}
