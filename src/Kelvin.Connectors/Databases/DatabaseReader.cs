using System.Collections.Immutable;
using System.Data.Common;
using Kelvin.Catalog.Connections;
using Kelvin.Collection.Sources;
using Kelvin.Language;

namespace Kelvin.Connectors.Databases;

/// <summary>Reads tables and queries of a database.</summary>
internal sealed class DatabaseReader(IDatabase database) : ISourceReader
{
    /// <inheritdoc />
    public bool Reads(ConnectionTarget target) => database.Reads(target);

    /// <inheritdoc />
    public async Task TryAsync(OpenedConnection connection, CancellationToken cancellationToken)
    {
        try
        {
            await using var open = database.Connect(connection);
            await open.OpenAsync(cancellationToken);
            await using var command = open.CreateCommand();
            command.CommandText = "SELECT 1";
            await command.ExecuteScalarAsync(cancellationToken);
        }
        catch (Exception failure) when (DatabaseFailure.Of(failure, connection, database) is { } known)
        {
            throw known;
        }
    }

    /// <inheritdoc />
    public async Task<Checked<SourceContent>> OpenAsync(SourceRequest request, CancellationToken cancellationToken)
    {
        var connection = database.Connect(request.Connection);
        try
        {
            await connection.OpenAsync(cancellationToken);
            var transaction = await database.BeginAsync(connection, cancellationToken);
            var columns = await DescribeAsync(connection, transaction, request, cancellationToken);
            return Checked<SourceContent>.Sound(new DatabaseRows(database, connection, transaction, request, columns));
        }
        catch (Exception failure)
        {
            await connection.DisposeAsync();
            if (DatabaseFailure.Of(failure, request.Connection, database) is { } known)
                throw known;
            throw;
        }
    }

    private async Task<ImmutableArray<SourceColumn>> DescribeAsync(
        DbConnection connection, DbTransaction? transaction, SourceRequest request, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandTimeout = OrdinaryDatabase.SecondsToAnswer;
        command.CommandText = SourceStatement.Describe(database, request.Feed.Selection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return [.. Enumerable.Range(0, reader.FieldCount).Select(at =>
            new SourceColumn(reader.GetName(at), reader.GetDataTypeName(at), database.KindOf(reader.GetFieldType(at), reader.GetDataTypeName(at))))];
    }
}
