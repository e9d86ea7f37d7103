using Kelvin.Catalog;
using Kelvin.Engines.DuckDb.Connections;
using Kelvin.Engines.DuckDb.States;
using Kelvin.Language;
using Kelvin.Loading;
using Kelvin.Loading.Rejecting;
using Kelvin.Queries.Warehouse;

namespace Kelvin.Engines.DuckDb.Loading;

/// <summary>What every step of a load needs.</summary>
internal sealed class LoadContext(
    DuckDbInstance instance, TimeProvider clock, LoadRequest request, IProgress<LoadProgress>? progress, CancellationToken cancellationToken)
{
    private readonly long _started = clock.GetTimestamp();

    public DuckDbInstance Instance => instance;

    public LoadRequest Request => request;

    public Dataset Dataset => request.Dataset;

    public bool Appends => request.Mode == LoadMode.Append;

    public CancellationToken CancellationToken => cancellationToken;

    /// <summary>The file's own name.</summary>
    public string Source => Path.GetFileName(request.Path);

    public void Report(LoadStage stage, double? fraction = null, long rows = 0) => progress?.Report(new LoadProgress(stage, fraction, rows));

    /// <summary>A log of rejected rows for this load.</summary>
    public RejectionLog OpenLog(string header, char separator) =>
        RejectionLog.Open(instance.Folder.Rejected, request, header, separator, clock.GetUtcNow());

    /// <summary>
    /// Makes the staged rows the dataset's and writes that down. Nothing is published when there are no rows to add, and a file
    /// whose every row was rejected replaces nothing.
    /// </summary>
    public LoadReport Publish(DuckDbSession session, StagingTable staging, RejectionLog? rejections, long emptyLines, string fingerprint)
    {
        Report(LoadStage.Writing);
        var book = new StateBook(session, cancellationToken);
        var accepted = staging.Count();
        var (from, until) = book.Extent(Dataset, StagingTable.BareName);
        var publishes = accepted > 0 || !Appends && rejections is not { Count: > 0 };
        if (publishes)
        {
            staging.Publish(Appends);
            book.Record(new StateEntry(Dataset, !Appends, fingerprint, Source, accepted, from, until, clock.GetUtcNow().UtcDateTime));
        }
        else
        {
            staging.Drop();
        }
        return new LoadReport(
            Dataset.Name, Source, accepted, rejections?.Count ?? 0, emptyLines, rejections?.First ?? [], rejections?.File,
            from, until, book.Version(Dataset.Name), clock.GetElapsedTime(_started));
    }

    /// <summary>The outcome for a file that is in the dataset already: nothing done, and a warning that says so.</summary>
    public Checked<LoadReport> AlreadyLoaded(DuckDbSession session, DateTime before)
    {
        var version = new StateBook(session, cancellationToken).Version(Dataset.Name);
        return Checked<LoadReport>.Sound(
            new LoadReport(Dataset.Name, Source, 0, 0, 0, [], null, null, null, version, clock.GetElapsedTime(_started)),
            LoadedBefore.Warning(Source, Dataset, before));
    }
}
