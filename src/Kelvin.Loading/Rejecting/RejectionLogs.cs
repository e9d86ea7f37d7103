using System.Collections.Immutable;
using Kelvin.Queries.Warehouse;

namespace Kelvin.Loading.Rejecting;

/// <summary>A log of rejected rows for each file of a load.</summary>
/// <param name="logs">The logs, in the order of the files.</param>
public sealed class RejectionLogs(ImmutableArray<RejectionLog> logs) : IDisposable
{
    /// <summary>The logs.</summary>
    public ImmutableArray<RejectionLog> Logs => logs;

    /// <summary>Logs for these files, in files of this folder.</summary>
    public static RejectionLogs Open(string folder, IEnumerable<TextFile> files, DateTimeOffset now) =>
        new([.. files.Select(file => RejectionLog.Open(folder, file.Request, file.Layout.Header, (char)file.Layout.Separator, now, file.Lines))]);

    /// <summary>What became of each file.</summary>
    /// <param name="files">The files.</param>
    /// <param name="written">How many rows of each were sound by themselves.</param>
    /// <param name="repeated">The lines of those that broke a key.</param>
    public ImmutableArray<LoadedFile> Told(TextFiles files, IReadOnlyList<long> written, IReadOnlyList<(long Line, long Earlier)> repeated) =>
    [
        .. logs.Select((log, at) => new LoadedFile(
            Path.GetFileName(files.Files[at].Request.Path), written[at] - repeated.Count(pair => FileLines.In(pair.Line).File == at), files.Surveys[at].EmptyLines)
        {
            Rejected = log.Count,
            Rejections = log.First,
            RejectedFile = log.File,
        }),
    ];

    /// <summary>Takes the files away again, as when the load is given up.</summary>
    public void Discard()
    {
        foreach (var log in logs)
            log.Discard();
    }

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var log in logs)
            log.Dispose();
    }
}
