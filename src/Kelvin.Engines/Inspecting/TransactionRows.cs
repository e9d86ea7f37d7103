using System.Collections.Immutable;
using Kelvin.Compiler.Frames;
using Kelvin.Engines.Book;
using Kelvin.Engines.Sessions;
using Kelvin.Queries.Warehouse;
using Kelvin.Sql;

namespace Kelvin.Engines.Inspecting;

/// <summary>The rows as a transaction that is not finished sees them. Of datasets that are queries it knows no state.</summary>
internal sealed class TransactionRows(IEngine engine, ISession session) : IRowSource
{
    /// <inheritdoc />
    public SqlDialect Dialect => engine.Dialect;

    /// <inheritdoc />
    public Task<Frame> QueryAsync(SqlText statement, ImmutableArray<ResultColumn> shape, CancellationToken cancellationToken) =>
        engine.QueryAsync(session, statement, shape, cancellationToken);

    /// <inheritdoc />
    public async Task<ImmutableSortedDictionary<string, DatasetState>> StatesAsync(CancellationToken cancellationToken) =>
        (await new StateBook(engine, session, cancellationToken).ReadAsync()).ToImmutableSortedDictionary(state => state.Dataset, state => state, StringComparer.Ordinal);
}
