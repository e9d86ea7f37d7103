using System.Collections.Immutable;
using System.Data.Common;
using System.Runtime.CompilerServices;
using Kelvin.Collection.Sources;
using Kelvin.Language;

namespace Kelvin.Connectors.Databases;

/// <summary>Rows of a database, as they come from the server.</summary>
internal sealed class DatabaseRows(
    IDatabase database, DbConnection connection, DbTransaction? transaction, SourceRequest request, ImmutableArray<SourceColumn> columns)
    : SourceContent.Rows(columns)
{
    /// <inheritdoc />
    public override async IAsyncEnumerable<object?[]> ReadAsync(ImmutableArray<string> wanted, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandTimeout = OrdinaryDatabase.SecondsToAnswer;
        command.CommandText = SourceStatement.Read(database, request, wanted);
        if (request.Feed.Cursor is not null && request.Since is { } since)
        {
            var parameter = command.CreateParameter();
            database.Set(parameter, since);
            command.Parameters.Add(parameter);
        }
        await using var reader = await TriedAsync(() => command.ExecuteReaderAsync(cancellationToken));
        var types = wanted.Select((_, at) => reader.GetDataTypeName(at)).ToArray();
        var row = new object?[wanted.Length];
        while (await TriedAsync(() => reader.ReadAsync(cancellationToken)))
        {
            Fill(row, reader, types, wanted);
            yield return row;
        }
    }

    /// <inheritdoc />
    public override async ValueTask DisposeAsync()
    {
        // Nothing was written, so there is nothing to keep; a connection that broke has nothing to roll back.
        if (transaction is not null)
            await transaction.DisposeAsync();
        await connection.DisposeAsync();
    }

    private void Fill(object?[] row, DbDataReader reader, string[] types, ImmutableArray<string> wanted)
    {
        for (var at = 0; at < row.Length; at++)
        {
            try
            {
                row[at] = reader.IsDBNull(at) ? null : database.Value(reader.GetValue(at), types[at]);
            }
            catch (Exception failure) when (failure is InvalidCastException or OverflowException or FormatException)
            {
                throw new SourceException(Issue.At(request.Dataset.Place, "sync.value-unreadable",
                    ("dataset", request.Dataset.Name), ("column", wanted[at]), ("type", types[at]), ("reason", failure.Message)), isTransient: false, failure);
            }
        }
    }

    private async Task<T> TriedAsync<T>(Func<Task<T>> what)
    {
        try
        {
            return await what();
        }
        catch (Exception failure) when (DatabaseFailure.Of(failure, request.Connection, database) is { } known)
        {
            throw known;
        }
    }
}
