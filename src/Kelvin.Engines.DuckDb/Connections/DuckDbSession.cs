using System.Collections.Immutable;
using Apache.Arrow.Ipc;
using DuckDB.NET.Data;
using Kelvin.Catalog;
using Kelvin.Engines.DuckDb.Loading;
using Kelvin.Engines.Sessions;
using Kelvin.Queries.Warehouse;

namespace Kelvin.Engines.DuckDb.Connections;

/// <summary>A connection for one task. Statements stop within milliseconds when cancelled.</summary>
/// <param name="connection">The connection.</param>
/// <param name="owner">To whom it goes back when it ends; null for one that stays open.</param>
internal sealed class DuckDbSession(DuckDBConnection connection, DuckDbInstance? owner) : ISession, IDisposable
{
    /// <summary>Runs a statement.</summary>
    /// <returns>How many rows it touched.</returns>
    public long Execute(string statement, CancellationToken cancellationToken, params ReadOnlySpan<object?> values) =>
        Run(statement, values, command => command.ExecuteNonQuery(), cancellationToken);

    /// <summary>The first value of the first row; null when missing or without rows.</summary>
    public object? Scalar(string statement, CancellationToken cancellationToken, params ReadOnlySpan<object?> values) =>
        Rows(statement, cancellationToken, values) is [var row, ..] ? row[0] : null;

    /// <summary>Every row of a small result; missing values are null.</summary>
    public List<object?[]> Rows(string statement, CancellationToken cancellationToken, params ReadOnlySpan<object?> values) =>
        Run(statement, values, ReadAll, cancellationToken);

    /// <summary>Names of the columns a statement returns.</summary>
    public ImmutableArray<string> ColumnsOf(string statement, CancellationToken cancellationToken) =>
        Run(statement, [], command =>
        {
            using var reader = command.ExecuteReader();
            return Enumerable.Range(0, reader.FieldCount).Select(reader.GetName).ToImmutableArray();
        }, cancellationToken);

    /// <summary>Reads a result in Arrow batches while the statement runs.</summary>
    public T Arrow<T>(string statement, CancellationToken cancellationToken, ReadOnlySpan<object?> values, Func<IArrowArrayStream, T> read) =>
        Run(statement, values, command =>
        {
            using var stream = command.ExecuteArrowStream();
            return read(stream);
        }, cancellationToken);

    public Task<long> ExecuteAsync(string statement, CancellationToken cancellationToken, params object?[] values) =>
        Task.FromResult(Execute(statement, cancellationToken, values));

    public Task<object?> ScalarAsync(string statement, CancellationToken cancellationToken, params object?[] values) =>
        Task.FromResult(Scalar(statement, cancellationToken, values));

    public Task<List<object?[]>> RowsAsync(string statement, CancellationToken cancellationToken, params object?[] values) =>
        Task.FromResult(Rows(statement, cancellationToken, values));

    public Task AppendAsync(string table, IReadOnlyList<Column> columns, IReadOnlyList<StagedRows> rows, CancellationToken cancellationToken)
    {
        try
        {
            using var appender = connection.CreateAppender("temp", "main", table.Trim('"'));
            BatchAppender.Append(appender, columns, rows, cancellationToken);
            appender.Close();
            return Task.CompletedTask;
        }
        catch (DuckDBException failure)
        {
            throw Explain(failure);
        }
    }

    public async Task TransactionAsync(Func<Task<bool>> work, CancellationToken cancellationToken)
    {
        Execute("BEGIN TRANSACTION", CancellationToken.None);
        bool keep;
        try
        {
            keep = await work();
        }
        catch
        {
            RollBack();
            throw;
        }
        Execute(keep ? "COMMIT" : "ROLLBACK", CancellationToken.None);
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    public void Dispose()
    {
        if (owner is null)
            return;
        connection.Dispose();
        owner.Leave();
    }

    /// <summary>Takes back what was done; where the engine has failed for good there is nothing to take back, and why it did is what matters.</summary>
    private void RollBack()
    {
        try
        {
            Execute("ROLLBACK", CancellationToken.None);
        }
        catch (WarehouseException failure) when (failure.InnerException is DuckDBException inner && EngineFailure.IsLast(inner))
        {
            // It is opened anew before anyone uses it again.
        }
    }

    private WarehouseException Explain(DuckDBException failure) => owner?.Explain(failure) ?? new WarehouseException(failure.Message, failure);

    private T Run<T>(string statement, ReadOnlySpan<object?> values, Func<DuckDBCommand, T> run, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var command = connection.CreateCommand();
        command.CommandText = statement;
        foreach (var value in values)
            command.Parameters.Add(new DuckDBParameter(value ?? DBNull.Value));
        using var interruption = new Interruption(command, cancellationToken);
        try
        {
            return run(command);
        }
        catch (DuckDBException failure)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw Explain(failure);
        }
    }

    private static List<object?[]> ReadAll(DuckDBCommand command)
    {
        using var reader = command.ExecuteReader();
        var rows = new List<object?[]>();
        while (reader.Read())
        {
            var row = new object?[reader.FieldCount];
            for (var column = 0; column < row.Length; column++)
                row[column] = reader.IsDBNull(column) ? null : reader.GetValue(column);
            rows.Add(row);
        }
        return rows;
    }
}
