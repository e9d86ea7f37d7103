using System.Collections.Immutable;
using Kelvin.Compiler.Frames;
using Kelvin.Sql;

namespace Kelvin.Queries.Warehouse;

/// <summary>
/// Rows that can be asked: those of a warehouse as they are, or as they were known on a moment. Throws as
/// <see cref="IWarehouse"/> does.
/// </summary>
public interface IRowSource
{
    /// <summary>How its engine writes SQL.</summary>
    SqlDialect Dialect { get; }

    /// <summary>Runs a query. The result's columns are those of <paramref name="shape"/>, in that order, by name and kind.</summary>
    Task<Frame> QueryAsync(SqlText statement, ImmutableArray<ResultColumn> shape, CancellationToken cancellationToken);

    /// <summary>What is known of each dataset's rows, by dataset; cheap: kept up to date by loads.</summary>
    Task<ImmutableSortedDictionary<string, DatasetState>> StatesAsync(CancellationToken cancellationToken);
}
