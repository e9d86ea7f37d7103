using Kelvin.Catalog;

namespace Kelvin.Engines.Sessions;

/// <summary>A connection for one task, as what both engines share sees it. Statements end soon after their token is cancelled.</summary>
internal interface ISession : IAsyncDisposable
{
    /// <summary>Runs a statement.</summary>
    /// <returns>How many rows it touched.</returns>
    Task<long> ExecuteAsync(string statement, CancellationToken cancellationToken, params object?[] values);

    /// <summary>The first value of the first row; null when missing or without rows.</summary>
    Task<object?> ScalarAsync(string statement, CancellationToken cancellationToken, params object?[] values);

    /// <summary>Every row of a small result; missing values are null.</summary>
    Task<List<object?[]>> RowsAsync(string statement, CancellationToken cancellationToken, params object?[] values);

    /// <summary>All or nothing: what the work did is kept only when it returns true.</summary>
    Task TransactionAsync(Func<Task<bool>> work, CancellationToken cancellationToken);

    /// <summary>
    /// Adds rows to a temporary table, faster than any statement: of each its load, its number and the values of these columns.
    /// </summary>
    Task AppendAsync(string table, IReadOnlyList<Column> columns, IReadOnlyList<StagedRows> rows, CancellationToken cancellationToken);
}
