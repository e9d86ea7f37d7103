using Apache.Arrow;
using Apache.Arrow.Ipc;
using Apache.Arrow.Types;
using Kelvin.Queries.Warehouse;

namespace Kelvin.Cli.Query.Formats;

/// <summary>Rows as an Arrow IPC file of one batch.</summary>
internal static class ArrowRows
{
    public static async Task WriteAsync(MachineTable table, Stream stream, CancellationToken cancellationToken)
    {
        var columns = table.Columns.Select(column => (Column: column, Type: TypeOf(column))).ToList();
        var schema = new Schema(columns.Select(column => new Field(column.Column.Name, column.Type, nullable: true)), metadata: null);
        using var batch = new RecordBatch(schema, columns.Select(column => Values(column.Column, column.Type)), table.Rows);
        // The format's end speaks of places in the file, which an output cannot tell.
        using var whole = new MemoryStream();
        using (var writer = new ArrowFileWriter(whole, schema, leaveOpen: true))
        {
            await writer.WriteRecordBatchAsync(batch, cancellationToken);
            await writer.WriteEndAsync(cancellationToken);
        }
        whole.Position = 0;
        await whole.CopyToAsync(stream, cancellationToken);
    }

    private static IArrowType TypeOf(MachineColumn column) => column.Kind switch
    {
        ResultKind.Decimal => new Decimal128Type(MachineColumn.Precision, column.Scale),
        ResultKind.Double => DoubleType.Default,
        ResultKind.Boolean => BooleanType.Default,
        ResultKind.Date => Date32Type.Default,
        ResultKind.Timestamp => new TimestampType(TimeUnit.Microsecond, "UTC"),
        _ => StringType.Default,
    };

    private static IArrowArray Values(MachineColumn column, IArrowType type) => column.Kind switch
    {
        ResultKind.Decimal => Build(new Decimal128Array.Builder((Decimal128Type)type), column,
            (builder, value) => builder.Append(MachineColumn.Shortest((decimal)value)), builder => builder.AppendNull(), builder => builder.Build()),
        ResultKind.Double => Build(new DoubleArray.Builder(), column,
            (builder, value) => builder.Append((double)value), builder => builder.AppendNull(), builder => builder.Build()),
        ResultKind.Boolean => Build(new BooleanArray.Builder(), column,
            (builder, value) => builder.Append((bool)value), builder => builder.AppendNull(), builder => builder.Build()),
        ResultKind.Date => Build(new Date32Array.Builder(), column,
            (builder, value) => builder.Append((DateOnly)value), builder => builder.AppendNull(), builder => builder.Build()),
        ResultKind.Timestamp => Build(new TimestampArray.Builder((TimestampType)type), column,
            (builder, value) => builder.Append(new DateTimeOffset((DateTime)value, TimeSpan.Zero)), builder => builder.AppendNull(), builder => builder.Build()),
        _ => Build(new StringArray.Builder(), column,
            (builder, value) => builder.Append((string)value), builder => builder.AppendNull(), builder => builder.Build()),
    };

    private static IArrowArray Build<TBuilder>(
        TBuilder builder, MachineColumn column, Action<TBuilder, object> append, Action<TBuilder> appendMissing, Func<TBuilder, IArrowArray> build)
    {
        foreach (var value in column.Values)
        {
            if (value is null)
                appendMissing(builder);
            else
                append(builder, value);
        }
        return build(builder);
    }
}
