using System.Collections.Immutable;
using Kelvin.Catalog;
using Kelvin.Language;
using Kelvin.Loading.Formats;

namespace Kelvin.Imports.Uploads;

/// <summary>Takes a file in, as fast as it comes and without holding it in memory. What is cut off leaves nothing.</summary>
public sealed class ReceiveFile(UploadStore uploads)
{
    private const int BufferSize = 1 << 17;

    /// <summary>The upload with the file, or the files of a zip file; issues where it cannot be taken.</summary>
    /// <param name="id">The upload.</param>
    /// <param name="name">What the file is called.</param>
    /// <param name="body">Its bytes.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="IOException">Whoever sends it hung up, or the disk is full.</exception>
    public async Task<Checked<Upload>> ReceiveAsync(string id, string name, Stream body, CancellationToken cancellationToken)
    {
        var label = FileLabel.Of(name);
        if (uploads.Find(id) is null)
            return Refuse("import.unknown-upload");
        var content = Guid.NewGuid().ToString("N");
        var path = uploads.PathOf(id, content);
        var isKept = false;
        try
        {
            if (await WriteAsync(path, body, Math.Min(uploads.Limits.File, uploads.Limits.All - uploads.Bytes), cancellationToken) is not { } length)
                return Refuse("import.upload-too-large", ("file", label), ("limit", FileSize.Of(uploads.Limits.File)));
            var entries = FileTables.Entries(path);
            var changed = uploads.Change(id, upload => With(upload, label, content, length, entries));
            isKept = changed?.Files.Any(file => file.Content == content) ?? false;
            return changed is null ? Refuse("import.unknown-upload")
                : isKept ? Checked<Upload>.Sound(changed)
                : Refuse("import.upload-too-many", ("limit", uploads.Limits.Files));
        }
        finally
        {
            if (!isKept)
                File.Delete(path);
        }
    }

    private static Checked<Upload> Refuse(string code, params ReadOnlySpan<(string, object?)> arguments) =>
        Checked<Upload>.Faulty(Issue.At(null, code, arguments));

    /// <summary>The bytes written; null where there are more than may be.</summary>
    private static async Task<long?> WriteAsync(string path, Stream body, long most, CancellationToken cancellationToken)
    {
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, BufferSize, useAsync: true);
        var buffer = new byte[BufferSize];
        long length = 0;
        while (await body.ReadAsync(buffer, cancellationToken) is var read and > 0)
        {
            if ((length += read) > most)
                return null;
            await file.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }
        return length;
    }

    /// <summary>A zip file with several tables is as many files.</summary>
    private Upload With(Upload upload, string label, string content, long length, ImmutableArray<string> entries)
    {
        ImmutableArray<UploadedFile> added = entries.Length < 2
            ? [new UploadedFile(upload.Files.Length + 1, label, content, length)]
            : [.. entries.Select((entry, at) => new UploadedFile(upload.Files.Length + 1 + at, FileLabel.Of(entry), content, length)
            {
                Choices = new FileChoices { Format = FileFormat.Default with { Entry = entry } },
            })];
        return upload.Files.Length + added.Length > uploads.Limits.Files ? upload : upload with { Files = [.. upload.Files, .. added] };
    }
}
