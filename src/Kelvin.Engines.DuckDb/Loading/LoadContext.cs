using Kelvin.Catalog;
using Kelvin.Engines.Book;
using Kelvin.Engines.DuckDb.Connections;
using Kelvin.Engines.Preparing;
using Kelvin.Engines.Publishing;
using Kelvin.Engines.Staging;
using Kelvin.Language;
using Kelvin.Loading;
using Kelvin.Loading.Rejecting;
using Kelvin.Queries.Warehouse;

namespace Kelvin.Engines.DuckDb.Loading;

/// <summary>What every step of a load needs.</summary>
internal sealed class LoadContext(
    DuckDbInstance instance, DuckDbEngine engine, ViewStates prepared, TimeProvider clock, LoadRequest request, IProgress<LoadProgress>? progress, CancellationToken cancellationToken)
{
    private readonly long _started = clock.GetTimestamp();

    public DuckDbInstance Instance => instance;

    public DuckDbEngine Engine => engine;

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

    /// <summary>The number of this load.</summary>
    public async Task<long> NumberAsync(DuckDbSession session) => (await new LoadBook(engine, session, cancellationToken).NumbersAsync(1))[0];

    /// <summary>Makes the staged rows the dataset's and writes that down.</summary>
    public async Task<LoadReport> PublishAsync(
        DuckDbSession session, StagingTable staging, long load, RejectionLog? rejections, long emptyLines, string fingerprint)
    {
        Report(LoadStage.Writing);
        var rejected = rejections?.Count ?? 0;
        var outcome = await new FilePublication(engine, session, prepared, request, clock, cancellationToken).PublishAsync(staging, load, rejected, fingerprint);
        return new LoadReport(
            Dataset.Name, Source, outcome.Accepted, rejected, emptyLines, rejections?.First ?? [], rejections?.File,
            outcome.Extent.First, outcome.Extent.Last, outcome.Version, clock.GetElapsedTime(_started))
        {
            Load = outcome.Load,
        };
    }

    /// <summary>When a file that is to be added was added before, or null.</summary>
    public Task<DateTime?> LoadedBeforeAsync(DuckDbSession session, string fingerprint) =>
        Appends ? new LoadBook(engine, session, cancellationToken).LoadedAtAsync(Dataset.Name, fingerprint) : Task.FromResult<DateTime?>(null);

    /// <summary>The outcome for a file that is in the dataset already: nothing done, and a warning that says so.</summary>
    public async Task<Checked<LoadReport>> AlreadyLoadedAsync(DuckDbSession session, DateTime before)
    {
        var version = await new StateBook(engine, session, cancellationToken).VersionAsync(Dataset.Name);
        return Checked<LoadReport>.Sound(
            new LoadReport(Dataset.Name, Source, 0, 0, 0, [], null, null, null, version, clock.GetElapsedTime(_started)),
            LoadedBefore.Warning(Source, Dataset, before));
    }
}
