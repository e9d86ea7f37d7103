using Kelvin.Catalog.Connections;
using Kelvin.Collection.Sources;
using Kelvin.Language;

namespace Kelvin.Connectors.Files;

/// <summary>Reads files of a folder. Links are not followed: they could lead out of it.</summary>
internal sealed class FolderReader : ISourceReader
{
    private static readonly EnumerationOptions Within = new()
    {
        RecurseSubdirectories = true,
        AttributesToSkip = FileAttributes.ReparsePoint | FileAttributes.System,
        IgnoreInaccessible = false,
    };

    /// <inheritdoc />
    public bool Reads(ConnectionTarget target) => target is ConnectionTarget.Folder;

    /// <inheritdoc />
    public Task TryAsync(OpenedConnection connection, CancellationToken cancellationToken)
    {
        Look(connection, folder => folder.EnumerateFileSystemInfos().Any());
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task<Checked<SourceContent>> OpenAsync(SourceRequest request, CancellationToken cancellationToken)
    {
        var pattern = new PathPattern(((FeedSelection.Files)request.Feed.Selection).Pattern);
        var files = Look(request.Connection, folder => Find(folder, pattern).ToList());
        return Task.FromResult(files.Count == 0 ? Checked<SourceContent>.Faulty(NoFile.At(request)) : Checked<SourceContent>.Sound(new SourceContent.Files(files)));
    }

    private static IEnumerable<SourceFile> Find(DirectoryInfo root, PathPattern pattern)
    {
        var start = new DirectoryInfo(Path.Combine(root.FullName, pattern.Folder));
        return !start.Exists || LeadsElsewhere(root, pattern.Folder) ? [] : start.EnumerateFiles("*", Within)
            .Select(file => (File: file, Name: Path.GetRelativePath(root.FullName, file.FullName).Replace('\\', '/')))
            .Where(one => pattern.Fits(one.Name))
            .OrderBy(one => one.Name, StringComparer.Ordinal)
            .Select(one => Of(one.File, one.Name));
    }

    /// <summary>Whether a folder on the way that the pattern names is a link; those that are found on the way are passed over anyway.</summary>
    private static bool LeadsElsewhere(DirectoryInfo root, string folder)
    {
        var way = root.FullName;
        return folder.Split('/', StringSplitOptions.RemoveEmptyEntries).Any(step => new DirectoryInfo(way = Path.Combine(way, step)).LinkTarget is not null);
    }

    private static SourceFile Of(FileInfo file, string name)
    {
        var stamp = Stamp(file);
        return new SourceFile(name, stamp, file.LastWriteTimeUtc, _ => Task.FromResult<Stream>(
            new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete)))
        {
            HasStayed = () => Stamp(new FileInfo(file.FullName)) == stamp,
        };
    }

    private static string? Stamp(FileInfo file) => file.Exists ? FormattableString.Invariant($"{file.Length} {file.LastWriteTimeUtc.Ticks}") : null;

    private static T Look<T>(OpenedConnection connection, Func<DirectoryInfo, T> look)
    {
        var path = Path.GetFullPath(((ConnectionTarget.Folder)connection.Connection.Target).Path, connection.Folder);
        try
        {
            return look(new DirectoryInfo(path));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new SourceException(
                Issue.At(connection.Connection.Place, "sync.no-folder", ("connection", connection.Connection.Name), ("folder", path), ("reason", failure.Message)),
                isTransient: failure is not (DirectoryNotFoundException or UnauthorizedAccessException), failure);
        }
    }
}
