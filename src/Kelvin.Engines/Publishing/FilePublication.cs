using System.Collections.Immutable;
using System.Globalization;
using Kelvin.Engines.Book;
using Kelvin.Engines.Inspecting;
using Kelvin.Engines.Preparing;
using Kelvin.Engines.Sessions;
using Kelvin.Engines.Staging;
using Kelvin.Language;
using Kelvin.Queries.Warehouse;

namespace Kelvin.Engines.Publishing;

/// <summary>Makes the staged rows of a load of files the dataset's, and writes that down.</summary>
internal sealed class FilePublication(
    IEngine engine, ISession session, ViewStates prepared, LoadRequest request, TimeProvider clock, long started, CancellationToken cancellationToken)
{
    private readonly LoadBook _loads = new(engine, session, cancellationToken);
    private readonly StateBook _states = new(engine, session, cancellationToken);

    /// <summary>
    /// Publishes. Nothing is when there are no rows to add, and a file whose every row was rejected replaces nothing; what changes
    /// nothing is not written down.
    /// </summary>
    /// <param name="staging">The staged rows.</param>
    /// <param name="load">Their load.</param>
    /// <param name="files">What became of each file.</param>
    /// <param name="fingerprint">That of them all.</param>
    public async Task<LoadReport> PublishAsync(StagingTable staging, long load, ImmutableArray<LoadedFile> files, string fingerprint)
    {
        var dataset = request.Dataset;
        var rejected = files.Sum(file => file.Rejected);
        var accepted = await staging.CountAsync();
        var extent = await _states.ExtentAsync(dataset, staging.Name);
        if (accepted == 0 && (request.Mode != LoadMode.Replace || rejected > 0))
        {
            await staging.DropAsync();
            return Report(files, accepted, extent, await _states.VersionAsync(dataset.Name), null);
        }
        var changes = (await new Publication(engine, session, dataset, staging, cancellationToken).PublishAsync(request.Mode, [load]))[load];
        if (!changes.IsChange)
            return Report(files, accepted, extent, await _states.ConfirmAsync(dataset.Name, await _loads.MomentAsync(dataset.Name, clock)), null);
        var moment = await _loads.MomentAsync(dataset.Name, clock);
        var source = request.Name;
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
        return Report(files, accepted, extent, version, record);
    }

    /// <summary>When files that are to be added were added before, or null.</summary>
    public Task<DateTime?> LoadedBeforeAsync(string fingerprint) =>
        request.Mode == LoadMode.Append ? _loads.LoadedAtAsync(request.Dataset.Name, fingerprint) : Task.FromResult<DateTime?>(null);

    /// <summary>The outcome for files that are in the dataset already: nothing done, and a warning that says so.</summary>
    public async Task<Checked<LoadReport>> AlreadyLoadedAsync(DateTime before)
    {
        var when = before.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        return Checked<LoadReport>.Sound(
            Report([], 0, default, await _states.VersionAsync(request.Dataset.Name), null),
            Issue.At(null, "import.already-loaded", ("file", request.Name), ("dataset", request.Dataset.Name), ("when", when)).AsWarning());
    }

    private LoadReport Report(ImmutableArray<LoadedFile> files, long accepted, Stretch extent, long version, LoadRecord? record) => new(
        request.Dataset.Name, request.Name, accepted, files.Sum(file => file.Rejected), files.Sum(file => file.EmptyLines),
        [.. files.SelectMany(file => file.Rejections)], files.Select(file => file.RejectedFile).FirstOrDefault(file => file is not null),
        extent.First, extent.Last, version, clock.GetElapsedTime(started))
    {
        Load = record,
        Files = files,
    };
}
