using Kelvin.Catalog;
using Kelvin.Engines.Postgres.Loading;
using Kelvin.Engines.Sessions;
using Npgsql;

namespace Kelvin.Engines.Postgres.Connections;

/// <summary>A connection for one task. Statements end soon after their token is cancelled.</summary>
internal sealed class PostgresSession(NpgsqlConnection connection, PostgresFailure failures) : ISession
{
    private NpgsqlTransaction? _transaction;

    /// <inheritdoc />
    public Task<long> ExecuteAsync(string statement, CancellationToken cancellationToken, params object?[] values) =>
        RunAsync(statement, values, async command => (long)await command.ExecuteNonQueryAsync(cancellationToken));

    /// <summary>The first value of the first row; null when missing or without rows.</summary>
    public async Task<object?> ScalarAsync(string statement, CancellationToken cancellationToken, params object?[] values) =>
        await RunAsync(statement, values, command => command.ExecuteScalarAsync(cancellationToken)) is var value && value is DBNull ? null : value;

    /// <summary>Every row of a small result; missing values are null.</summary>
    public Task<List<object?[]>> RowsAsync(string statement, CancellationToken cancellationToken, params object?[] values) =>
        ReadAsync(statement, values, _ => { }, async reader =>
        {
            var rows = new List<object?[]>();
            while (await reader.ReadAsync(cancellationToken))
                rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(column => reader.IsDBNull(column) ? null : reader.GetValue(column))]);
            return rows;
        }, cancellationToken);

    /// <summary>Reads a result while it arrives.</summary>
    public Task<T> ReadAsync<T>(
        string statement, IEnumerable<object?> values, Action<NpgsqlCommand> configure, Func<NpgsqlDataReader, Task<T>> read, CancellationToken cancellationToken) =>
        RunAsync(statement, values, async command =>
        {
            configure(command);
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            return await read(reader);
        });

    /// <summary>Names of the columns that a statement would return; it is looked at and not run. Must be one statement.</summary>
    /// <param name="statement">The statement, with a truth value as its parameter: a statement with one is passed on as it is written.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public Task<List<string>> ColumnsOfAsync(string statement, CancellationToken cancellationToken) =>
        RunAsync(statement, [false], async command =>
        {
            await using var reader = await command.ExecuteReaderAsync(System.Data.CommandBehavior.SchemaOnly, cancellationToken);
            return Enumerable.Range(0, reader.FieldCount).Select(reader.GetName).ToList();
        });

    /// <inheritdoc />
    public async Task AppendAsync(string table, IReadOnlyList<Column> columns, IReadOnlyList<StagedRows> rows, CancellationToken cancellationToken)
    {
        try
        {
            await using var importer = await connection.BeginBinaryImportAsync($"COPY {table} FROM STDIN (FORMAT binary)", cancellationToken);
            await BatchCopy.WriteAsync(importer, columns, rows, cancellationToken);
            await importer.CompleteAsync(cancellationToken);
        }
        catch (Exception failure) when (PostgresFailure.IsOurs(failure))
        {
            throw failures.OfStatement(failure);
        }
    }

    /// <summary>Adds rows to a table that are written as text.</summary>
    /// <returns>What the work returns.</returns>
    public async Task<T> CopyTextAsync<T>(string statement, Func<TextWriter, T> write, CancellationToken cancellationToken)
    {
        try
        {
            await using var writer = await connection.BeginTextImportAsync(statement, cancellationToken);
            return write(writer);
        }
        catch (NpgsqlException failure)
        {
            throw failures.OfStatement(failure);
        }
    }

    /// <summary>All or nothing: what the work did is kept only when it returns true.</summary>
    public async Task TransactionAsync(Func<Task<bool>> work, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        _transaction = transaction;
        try
        {
            if (await work())
                await transaction.CommitAsync(cancellationToken);
            else
                await transaction.RollbackAsync(CancellationToken.None);
        }
        catch (Exception failure) when (PostgresFailure.IsOurs(failure))
        {
            throw failures.OfStatement(failure);
        }
        finally
        {
            _transaction = null;
        }
    }

    /// <summary>A part of a transaction that may fail: then what it did is undone and the transaction goes on.</summary>
    /// <returns>What the work says of itself: true to keep what it did.</returns>
    public async Task<bool> TryAsync(Func<Task<bool>> work, CancellationToken cancellationToken)
    {
        const string Mark = "part";
        var kept = false;
        await _transaction!.SaveAsync(Mark, cancellationToken);
        try
        {
            kept = await work();
        }
        finally
        {
            if (kept)
                await _transaction.ReleaseAsync(Mark, cancellationToken);
            else
                await _transaction.RollbackAsync(Mark, CancellationToken.None);
        }
        return kept;
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => connection.DisposeAsync();

    private async Task<T> RunAsync<T>(string statement, IEnumerable<object?> values, Func<NpgsqlCommand, Task<T>> run)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = statement;
        foreach (var value in values)
            command.Parameters.Add(PostgresParameter.Of(value));
        try
        {
            return await run(command);
        }
        catch (Exception failure) when (PostgresFailure.IsOurs(failure))
        {
            throw failures.OfStatement(failure);
        }
    }
}
