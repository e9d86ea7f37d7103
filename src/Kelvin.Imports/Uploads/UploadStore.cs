using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kelvin.Imports.Uploads;

/// <summary>
/// Where uploads wait: a folder each, with their bytes under names of our own and a file that says how far they have come. Nothing that is
/// sent is ever a path.
/// </summary>
/// <param name="folder">The folder of all uploads.</param>
/// <param name="limits">How much may wait.</param>
/// <param name="clock">The clock.</param>
public sealed class UploadStore(string folder, UploadLimits limits, TimeProvider clock)
{
    private const string State = "upload.json";
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, Converters = { new JsonStringEnumConverter() } };
    private readonly Lock _gate = new();

    /// <summary>How much may wait.</summary>
    public UploadLimits Limits => limits;

    /// <summary>Bytes of everything that waits.</summary>
    public long Bytes => Directory.Exists(folder) ? new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length) : 0;

    /// <summary>A new upload; null when too many wait.</summary>
    public Upload? Begin()
    {
        Sweep();
        if (Directory.CreateDirectory(folder).EnumerateDirectories().Count() >= limits.Uploads)
            return null;
        var upload = new Upload(Guid.NewGuid().ToString("N"), clock.GetUtcNow());
        Directory.CreateDirectory(FolderOf(upload.Id));
        lock (_gate)
            Write(upload);
        return upload;
    }

    /// <summary>An upload, or null when there is none of this id.</summary>
    public Upload? Find(string id)
    {
        if (!IsId(id))
            return null;
        lock (_gate)
            return Read(id);
    }

    /// <summary>Changes an upload; null when there is none.</summary>
    public Upload? Change(string id, Func<Upload, Upload> change)
    {
        if (!IsId(id))
            return null;
        lock (_gate)
        {
            if (Read(id) is not { } before)
                return null;
            var after = change(before);
            Write(after);
            return after;
        }
    }

    /// <summary>The uploads that wait, the newest first.</summary>
    public ImmutableArray<Upload> List() => Directory.Exists(folder)
        ? [.. Directory.EnumerateDirectories(folder).Select(path => Find(Path.GetFileName(path))).OfType<Upload>().OrderByDescending(upload => upload.BegunAt)]
        : [];

    /// <summary>The path of bytes of an upload, under a name that is ours.</summary>
    public string PathOf(string id, string content) => Path.Combine(FolderOf(id), content);

    /// <summary>Whether the bytes of a file are still there.</summary>
    public bool Has(string id, UploadedFile file) => File.Exists(PathOf(id, file.Content));

    /// <summary>Gives an upload up, and its bytes.</summary>
    public void Discard(string id)
    {
        if (!IsId(id))
            return;
        lock (_gate)
            if (Directory.Exists(FolderOf(id)))
                Directory.Delete(FolderOf(id), recursive: true);
    }

    /// <summary>Gives up what nobody has touched for long, also what is damaged or half begun.</summary>
    private void Sweep()
    {
        var oldest = clock.GetUtcNow() - limits.Kept;
        foreach (var path in Directory.CreateDirectory(folder).EnumerateDirectories().Where(path => LastTouched(path) < oldest))
            Discard(path.Name);
    }

    private static DateTime LastTouched(DirectoryInfo upload) =>
        new FileInfo(Path.Combine(upload.FullName, State)) is { Exists: true } state ? state.LastWriteTimeUtc : upload.LastWriteTimeUtc;

    private string FolderOf(string id) => Path.Combine(folder, id);

    private static bool IsId(string id) => Guid.TryParseExact(id, "N", out _);

    /// <summary>What is damaged is no upload, and no hindrance to the others.</summary>
    private Upload? Read(string id)
    {
        try
        {
            return File.Exists(PathOf(id, State)) ? JsonSerializer.Deserialize<Upload>(File.ReadAllBytes(PathOf(id, State)), Json) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>In one step: whoever reads finds the state before or after, also when the process ends in between.</summary>
    private void Write(Upload upload)
    {
        var path = PathOf(upload.Id, State);
        File.WriteAllBytes(path + ".new", JsonSerializer.SerializeToUtf8Bytes(upload, Json));
        File.Move(path + ".new", path, overwrite: true);
    }
}
