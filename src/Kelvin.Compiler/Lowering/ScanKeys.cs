using System.Collections.Immutable;
using Kelvin.Compiler.Planning;
using Kelvin.Formulas;
using Kelvin.Sql.Tree;

namespace Kelvin.Compiler.Lowering;

/// <summary>What a scan groups rows by, and the windows that are joined for it.</summary>
internal static class ScanKeys
{
    /// <summary>The alias of windows.</summary>
    public const string WindowsAlias = ".windows";

    /// <summary>The bucket of a row; null for a whole scan.</summary>
    public static (SqlColumn Key, LoweredColumn Column)? Bucket(Scan scan, RowLowering rows) => scan.Bucketing switch
    {
        Bucketing.ByGrain byGrain => (
            new SqlColumn(rows.Bucket(byGrain.Grain, scan.Axis!), Scan.BucketColumn),
            new LoweredColumn(Scan.BucketColumn, byGrain.Grain.IsWithinDay ? ValueKind.Timestamp : ValueKind.Date, false)),
        Bucketing.ByWindow => (
            new SqlColumn(new SqlExpression.Column(WindowsAlias, "number"), Scan.BucketColumn),
            new LoweredColumn(Scan.BucketColumn, ValueKind.Number, true)),
        _ => null,
    };

    /// <summary>The dimensions of a row.</summary>
    public static ImmutableArray<(SqlColumn Key, LoweredColumn Column)> Dimensions(Scan scan, RowLowering rows) =>
    [
        .. scan.Dimensions.Select(dimension => (
            new SqlColumn(rows.Lower(dimension.Value), dimension.Name),
            new LoweredColumn(dimension.Name, dimension.Value.Type.Kind, rows.IsExact(dimension.Value)))),
    ];
}
