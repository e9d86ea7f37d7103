using System.Collections.Immutable;
using Kelvin.Catalog.Connections;
using Kelvin.Collection.Sources.Runs;
using Kelvin.Collection.Sources.Spooling;
using Kelvin.Language;

namespace Kelvin.Collection.Sources;

/// <summary>
/// Loads files, each as a version of its own. A file that is as it was when it was loaded is passed over. Where what comes is the
/// whole truth, only the newest file counts.
/// </summary>
internal sealed class FilesAttempt(SourceRequest request, PartLoading parts, SyncHistory history, SpoolRoom room, SyncSettings settings)
{
    /// <summary>Runs; errors among the issues say why it could not go on.</summary>
    public async Task<ImmutableArray<Issue>> RunAsync(SourceContent.Files files, Action<long> told, CancellationToken cancellationToken)
    {
        var issues = new List<Issue>();
        var sum = 0L;
        var known = await history.FilesAsync(request.Dataset.Name, cancellationToken);
        foreach (var file in Chosen(files.All).Where(file => file.Stamp is null || known.GetValueOrDefault(file.Name) != file.Stamp))
        {
            var path = room.Next(Path.GetFileName(file.Name));
            await FetchAsync(file, path, cancellationToken);
            if (!file.HasStayed())
                issues.Add(Issue.At(request.Dataset.Place, "sync.file-growing", ("file", file.Name)).AsWarning());
            else
            {
                var (loaded, rows) = await parts.LoadFileAsync(path, file.Name, cancellationToken);
                issues.AddRange(loaded.Where(issue => !issues.Contains(issue)));
                if (loaded.Any(issue => issue.Severity == Severity.Error))
                    break;
                told(sum += rows);
                if (file.Stamp is { } stamp)
                    await history.SaveFileAsync(request.Dataset.Name, file.Name, stamp, cancellationToken);
            }
            File.Delete(path);
        }
        return [.. issues];
    }

    private IEnumerable<SourceFile> Chosen(IReadOnlyList<SourceFile> files) => request.Feed.Mode == FeedMode.Replace
        ? files.OrderByDescending(file => file.Modified).ThenByDescending(file => file.Name, StringComparer.Ordinal).Take(1)
        : files;

    /// <summary>A copy of our own: the file may change while it is read, and loading reads it more than once.</summary>
    private async Task FetchAsync(SourceFile file, string path, CancellationToken cancellationToken)
    {
        await using var from = await file.OpenAsync(cancellationToken);
        await using var to = File.Create(path);
        var buffer = new byte[1 << 17];
        while (await from.ReadAsync(buffer, cancellationToken) is > 0 and var count)
        {
            if (to.Length + count > settings.MostBytes)
                throw new SourceException(Issue.At(request.Dataset.Place, "sync.file-too-long", ("file", file.Name), ("most", settings.MostBytes / 1024 / 1024)), isTransient: false);
            await to.WriteAsync(buffer.AsMemory(0, count), cancellationToken);
        }
    }
}
