using System.Collections.Immutable;
using Kelvin.Catalog;
using Kelvin.Language;
using Kelvin.Queries.Trusting;

namespace Kelvin.Queries.Warehouse;

/// <summary>
/// The port to the engine that holds the data. All methods may throw <see cref="WarehouseException"/> when the engine
/// is broken or out of reach, and <see cref="OperationCanceledException"/>; a person's mistake is never an exception.
/// Whatever changes rows is a load with a number, and is there in whole or not at all.
/// </summary>
public interface IWarehouse : IRowSource, IAsyncDisposable
{
    /// <summary>Makes the tables and views of these datasets match their definitions; rows whose columns still fit are kept.</summary>
    /// <returns>Datasets that could not be prepared, each with the issue that says why.</returns>
    Task<ImmutableArray<Issue>> PrepareAsync(MetricCatalog catalog, CancellationToken cancellationToken);

    /// <summary>The rows as they were known on a moment: as the loads up to it, that moment included, left them.</summary>
    IRowSource KnownOn(DateTimeOffset moment);

    /// <summary>Loads a file in one transaction. Rejected rows are kept and reported, never silently dropped.</summary>
    Task<Checked<LoadReport>> LoadAsync(LoadRequest request, IProgress<LoadProgress>? progress, CancellationToken cancellationToken);

    /// <summary>
    /// Writes batches of rows, one after the other, and makes them durable together. A row whose key is there already or comes
    /// twice in its batch, that lacks a required value or that the columns cannot hold is refused, and the others are taken.
    /// </summary>
    /// <returns>What became of each batch, in their order; faulty for one that was refused in whole.</returns>
    Task<ImmutableArray<Checked<WriteReceipt>>> WriteAsync(ImmutableArray<RowBatch> batches, CancellationToken cancellationToken);

    /// <summary>The newest loads, newest first; of one dataset, or of all with null.</summary>
    Task<ImmutableArray<LoadRecord>> LoadsAsync(string? dataset, int most, CancellationToken cancellationToken);

    /// <summary>A load by its number, or null when there is none.</summary>
    Task<LoadRecord?> FindLoadAsync(long load, CancellationToken cancellationToken);

    /// <summary>
    /// Undoes a load, by a load of its own: the rows it brought leave, and the rows it took away come back unless a later load
    /// brought or removed their key. An undoing can be undone in turn.
    /// </summary>
    Task<Checked<LoadRecord>> UndoAsync(long load, string? person, string? reason, CancellationToken cancellationToken);

    /// <summary>Runs the checks of a dataset on the rows that are there, as after a load. Refuses nothing.</summary>
    /// <returns>What they found; null where none are declared.</returns>
    Task<DatasetInspection?> InspectAsync(string dataset, CancellationToken cancellationToken);

    /// <summary>Gives up the history before a moment: from then on, nothing earlier can be asked about or undone.</summary>
    /// <returns>How many rows were given up.</returns>
    Task<long> CompactAsync(DateTimeOffset before, CancellationToken cancellationToken);
}
