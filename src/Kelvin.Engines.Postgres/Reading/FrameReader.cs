using System.Collections.Immutable;
using Kelvin.Compiler.Frames;
using Kelvin.Engines.Postgres.Connections;
using Kelvin.Queries.Warehouse;
using Kelvin.Sql;
using Kelvin.Sql.Dialects;
using Npgsql;

namespace Kelvin.Engines.Postgres.Reading;

/// <summary>Turns rows into a frame of the expected shape, column by column in the order of the statement.</summary>
internal static class FrameReader
{
    public static Task<Frame> ReadAsync(
        PostgresSession session, SqlText statement, ImmutableArray<ResultColumn> shape, CancellationToken cancellationToken) =>
        session.ReadAsync(
            statement.Text, statement.Parameters, command => command.UnknownResultTypeList = [.. shape.Select(IsReadAsText)],
            async reader =>
            {
                for (var place = 0; place < shape.Length; place++)
                    CheckName(reader, shape[place].Name, place);
                var columns = shape.Select(ColumnBuilder.For).ToArray();
                while (await reader.ReadAsync(cancellationToken))
                    foreach (var column in columns)
                        column.Take(reader);
                return new Frame([.. columns.Select(column => column.Build())]);
            }, cancellationToken);

    /// <summary>Numbers come in several types; written out they are all read alike, exactly.</summary>
    private static bool IsReadAsText(ResultColumn column) => column.Kind is ResultKind.Decimal or ResultKind.Double;

    private static void CheckName(NpgsqlDataReader reader, string name, int place)
    {
        if (place >= reader.FieldCount || reader.GetName(place) != PostgresName.Of(name))
            throw new InvalidOperationException($"The statement returns no column '{name}' at place {place + 1}.");
    }
}
