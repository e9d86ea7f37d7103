using Kelvin.Engines.Book;
using Kelvin.Engines.Inspecting;
using Kelvin.Engines.Preparing;
using Kelvin.Engines.Sessions;
using Kelvin.Engines.Staging;
using Kelvin.Queries.Warehouse;

namespace Kelvin.Engines.Publishing;

/// <summary>Makes the staged rows of a file the dataset's, and writes that down.</summary>
internal sealed class FilePublication(IEngine engine, ISession session, ViewStates prepared, LoadRequest request, TimeProvider clock, CancellationToken cancellationToken)
{
    private readonly LoadBook _loads = new(engine, session, cancellationToken);
    private readonly StateBook _states = new(engine, session, cancellationToken);

    /// <summary>
    /// Publishes. Nothing is when there are no rows to add, and a file whose every row was rejected replaces nothing; what changes
    /// nothing is not written down.
    /// </summary>
    /// <param name="staging">The staged rows.</param>
    /// <param name="load">Their load.</param>
    /// <param name="rejected">How many rows of the file were not taken.</param>
    /// <param name="fingerprint">The file's.</param>
    public async Task<FileOutcome> PublishAsync(StagingTable staging, long load, long rejected, string fingerprint)
    {
        var dataset = request.Dataset;
        var accepted = await staging.CountAsync();
        var extent = await _states.ExtentAsync(dataset, staging.Name);
        if (accepted == 0 && (request.Mode != LoadMode.Replace || rejected > 0))
        {
            await staging.DropAsync();
            return new FileOutcome(accepted, extent, await _states.VersionAsync(dataset.Name), null);
        }
        var changes = (await new Publication(engine, session, dataset, staging, cancellationToken).PublishAsync(request.Mode, [load]))[load];
        if (!changes.IsChange)
            return new FileOutcome(accepted, extent, await _states.ConfirmAsync(dataset.Name, await _loads.MomentAsync(dataset.Name, clock)), null);
        var moment = await _loads.MomentAsync(dataset.Name, clock);
        var source = request.Source ?? Path.GetFileName(request.Path);
        var version = await _states.ChangeAsync(dataset, [changes], source, moment);
        var record = new LoadRecord(load, dataset.Name, request.Kind, new DateTimeOffset(moment))
        {
            Mode = request.Mode,
            Source = source,
            Person = request.Person,
            Reason = request.Reason,
            Added = changes.Added,
            Replaced = changes.Replaced,
            Removed = changes.Removed,
            Unchanged = changes.Unchanged,
            Rejected = rejected,
            From = changes.Touched.First,
            Until = changes.Touched.Last,
        };
        await _loads.WriteAsync([new LoadLine(record, fingerprint, null, version)]);
        await new LoadInspection(engine, session, prepared, clock, cancellationToken).RefuseOrWriteAsync(dataset.Name, load, moment, source);
        await engine.SettleAsync(session, dataset.Name, cancellationToken);
        return new FileOutcome(accepted, extent, version, record);
    }
}

/// <summary>What became of a file's staged rows.</summary>
/// <param name="Accepted">How many there were.</param>
/// <param name="Extent">Where they are on the time axis.</param>
/// <param name="Version">The dataset's version after it.</param>
/// <param name="Load">The load as written down; null when nothing changed.</param>
internal sealed record FileOutcome(long Accepted, Stretch Extent, long Version, LoadRecord? Load);
