using System.Collections.Immutable;
using Apache.Arrow;
using Apache.Arrow.Ipc;
using Kelvin.Compiler.Frames;
using Kelvin.Queries.Warehouse;

namespace Kelvin.Engines.DuckDb.Reading;

/// <summary>Turns a stream of Arrow batches into a frame of the expected shape.</summary>
internal static class FrameReader
{
    public static Frame Read(IArrowArrayStream stream, ImmutableArray<ResultColumn> shape, CancellationToken cancellationToken)
    {
        var places = shape.Select(column => PlaceOf(stream.Schema, column.Name)).ToArray();
        var columns = shape.Select(ColumnBuilder.For).ToArray();
        while (stream.ReadNextRecordBatchAsync(cancellationToken).AsTask().GetAwaiter().GetResult() is { } batch)
            using (batch)
                for (var at = 0; at < columns.Length; at++)
                    columns[at].Append(batch.Column(places[at]));
        cancellationToken.ThrowIfCancellationRequested();
        return new Frame([.. columns.Select(column => column.Build())]);
    }

    private static int PlaceOf(Schema schema, string name)
    {
        // Arrow's own look-up ignores case.
        for (var at = 0; at < schema.FieldsList.Count; at++)
            if (schema.FieldsList[at].Name == name)
                return at;
        throw new InvalidOperationException($"The statement returns no column '{name}'.");
    }
}
