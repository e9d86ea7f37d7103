using System.Collections.Immutable;
using Kelvin.Compiler.Frames;
using Kelvin.Queries.Warehouse;
using Kelvin.Sql;

namespace Kelvin.Engines.DuckDb.Reading;

/// <summary>A source whose calls block, asked on threads that may.</summary>
internal sealed class UnblockedSource(IRowSource source) : IRowSource
{
    /// <inheritdoc />
    public SqlDialect Dialect => source.Dialect;

    /// <inheritdoc />
    public Task<Frame> QueryAsync(SqlText statement, ImmutableArray<ResultColumn> shape, CancellationToken cancellationToken) =>
        Task.Run(() => source.QueryAsync(statement, shape, cancellationToken), cancellationToken);

    /// <inheritdoc />
    public Task<ImmutableSortedDictionary<string, DatasetState>> StatesAsync(CancellationToken cancellationToken) =>
        Task.Run(() => source.StatesAsync(cancellationToken), cancellationToken);
}
