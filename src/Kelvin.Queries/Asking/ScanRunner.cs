using Kelvin.Compiler.Frames;
using Kelvin.Compiler.Lowering;
using Kelvin.Formulas;
using Kelvin.Queries.Warehouse;
using Kelvin.Sql;

namespace Kelvin.Queries.Asking;

/// <summary>Runs lowered statements in the engine.</summary>
public sealed class ScanRunner(IRowSource source)
{
    /// <summary>A statement in the engine's dialect.</summary>
    public SqlText Render(LoweredScan scan) => SqlRenderer.Render(scan.Select, source.Dialect);

    /// <summary>What a statement returns.</summary>
    public Task<Frame> RunAsync(SqlText statement, LoweredScan scan, CancellationToken cancellationToken) =>
        source.QueryAsync(statement, [.. scan.Columns.Select(Shape)], cancellationToken);

    /// <summary>A statement with its parameters, for people to read and repeat.</summary>
    public static string Describe(SqlText statement)
    {
        var parameters = statement.Parameters.Select((value, index) => FormattableString.Invariant($"-- ${index + 1} = {Describe(value)}"));
        return string.Join('\n', [statement.Text, .. parameters]);
    }

    private static string Describe(object value) => value switch
    {
        DateTime instant => FormattableString.Invariant($"{instant:yyyy-MM-dd HH:mm:ss}"),
        DateOnly day => FormattableString.Invariant($"{day:yyyy-MM-dd}"),
        string text => $"'{text}'",
        _ => FormattableString.Invariant($"{value}"),
    };

    private static ResultColumn Shape(LoweredColumn column) => new(column.Name, column.Kind switch
    {
        ValueKind.Number => column.IsExact ? ResultKind.Decimal : ResultKind.Double,
        ValueKind.Text => ResultKind.Text,
        ValueKind.Boolean => ResultKind.Boolean,
        ValueKind.Date => ResultKind.Date,
        ValueKind.Timestamp => ResultKind.Timestamp,
        _ => throw new InvalidOperationException($"No result of kind {column.Kind}."),
    });
}
