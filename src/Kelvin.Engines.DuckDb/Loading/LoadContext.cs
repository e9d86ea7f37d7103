using System.Collections.Immutable;
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

    /// <summary>Logs of rejected rows for the files of this load.</summary>
    public RejectionLogs OpenLogs(IEnumerable<TextFile> files) => RejectionLogs.Open(instance.Folder.Rejected, files, clock.GetUtcNow());

    /// <summary>A log of rejected rows for this load.</summary>
    public RejectionLog OpenLog(string header, char separator) =>
        RejectionLog.Open(instance.Folder.Rejected, request, header, separator, clock.GetUtcNow());

    /// <summary>The number of this load.</summary>
    public async Task<long> NumberAsync(DuckDbSession session) => (await new LoadBook(engine, session, cancellationToken).NumbersAsync(1))[0];

    /// <summary>Makes the staged rows the dataset's and writes that down.</summary>
    public async Task<LoadReport> PublishAsync(DuckDbSession session, StagingTable staging, long load, ImmutableArray<LoadedFile> files, string fingerprint)
    {
        Report(LoadStage.Writing);
        return await Publication(session).PublishAsync(staging, load, files, fingerprint);
    }

    /// <summary>When files that are to be added were added before, or null.</summary>
    public Task<DateTime?> LoadedBeforeAsync(DuckDbSession session, string fingerprint) => Publication(session).LoadedBeforeAsync(fingerprint);

    /// <summary>The outcome for files that are in the dataset already.</summary>
    public Task<Checked<LoadReport>> AlreadyLoadedAsync(DuckDbSession session, DateTime before) => Publication(session).AlreadyLoadedAsync(before);

    private FilePublication Publication(DuckDbSession session) => new(engine, session, prepared, request, clock, _started, cancellationToken);
}
