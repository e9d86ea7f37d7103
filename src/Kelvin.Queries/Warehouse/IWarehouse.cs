using System.Collections.Immutable;
using Kelvin.Catalog;
using Kelvin.Compiler.Frames;
using Kelvin.Sql;

namespace Kelvin.Queries.Warehouse;

/// <summary>
/// The port to the engine that holds the data. All methods may throw <see cref="WarehouseException"/> when the engine
/// is broken or out of reach, and <see cref="OperationCanceledException"/>; a person's mistake is never an exception.
/// </summary>
public interface IWarehouse : IAsyncDisposable
{
    /// <summary>How this engine writes SQL.</summary>
    SqlDialect Dialect { get; }

    /// <summary>Makes the tables and views of these datasets match their definitions; rows whose columns still fit are kept.</summary>
    /// <returns>Datasets that could not be prepared, each with the issue that says why.</returns>
    Task<ImmutableArray<Language.Issue>> PrepareAsync(MetricCatalog catalog, CancellationToken cancellationToken);

    /// <summary>Runs a query. The result's columns are those of <paramref name="shape"/>, in that order, by name and kind.</summary>
    Task<Frame> QueryAsync(SqlText statement, ImmutableArray<ResultColumn> shape, CancellationToken cancellationToken);

    /// <summary>What is known of each dataset's rows, by dataset; cheap: kept up to date by loads.</summary>
    Task<ImmutableSortedDictionary<string, DatasetState>> StatesAsync(CancellationToken cancellationToken);

    /// <summary>Loads a file in one transaction. Rejected rows are kept and reported, never silently dropped.</summary>
    Task<Language.Checked<LoadReport>> LoadAsync(LoadRequest request, IProgress<LoadProgress>? progress, CancellationToken cancellationToken);

    /// <summary>
    /// Adds rows, all or none, in one transaction. The frame has the dataset's stored columns by name (decimal or double for
    /// numbers, string, bool, DateOnly, DateTime in UTC); columns that it lacks are missing. A key that is there already, or a
    /// required value that is missing, refuses them all.
    /// </summary>
    Task<Language.Checked<AppendReceipt>> AppendAsync(Dataset dataset, Frame rows, CancellationToken cancellationToken);
}
