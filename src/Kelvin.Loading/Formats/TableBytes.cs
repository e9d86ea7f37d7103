using System.IO.Compression;

namespace Kelvin.Loading.Formats;

/// <summary>Where the bytes of a table are: in a file, or in a file inside a zip file.</summary>
/// <param name="Path">The file.</param>
/// <param name="Entry">The file inside it, by its whole name; null where the file is no zip file.</param>
public sealed record TableBytes(string Path, string? Entry = null)
{
    private const int HeadLength = 65_536;

    /// <summary>The name of the file that holds the table, without folders.</summary>
    public string Name => System.IO.Path.GetFileName(Entry is null ? Path : Entry.Replace('\\', '/'));

    /// <summary>The bytes, from the first to the last.</summary>
    public Stream Open()
    {
        // A second reader of the same file must not find it locked.
        var file = new FileStream(Path, new FileStreamOptions
        {
            Options = FileOptions.SequentialScan, BufferSize = 0, Share = FileShare.ReadWrite | FileShare.Delete,
        });
        if (Entry is null)
            return file;
        try
        {
            // The archive gives no more bytes than the entry says it has, whatever the packed bytes unpack to.
            var archive = new ZipArchive(file, ZipArchiveMode.Read);
            var entry = archive.GetEntry(Entry) ?? throw UnusableFileException.With("import.file-changed", ("file", System.IO.Path.GetFileName(Path)));
            return new OwningStream(entry.Open(), archive, Name);
        }
        catch (InvalidDataException)
        {
            file.Dispose();
            throw UnusableFileException.With("import.broken-zip", ("file", Name));
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>The bytes of a format that is read here and there: those of a packed file are unpacked to a file that goes when it is closed.</summary>
    public Stream OpenSeekable()
    {
        if (Entry is null)
            return Open();
        var unpacked = new FileStream(System.IO.Path.GetTempFileName(), new FileStreamOptions
        {
            Access = FileAccess.ReadWrite, Mode = FileMode.Create, Options = FileOptions.DeleteOnClose,
        });
        try
        {
            using var packed = Open();
            packed.CopyTo(unpacked);
            unpacked.Position = 0;
            return unpacked;
        }
        catch
        {
            unpacked.Dispose();
            throw;
        }
    }

    /// <summary>The first bytes, at most 64 KiB.</summary>
    public byte[] Head()
    {
        using var stream = Open();
        var head = new byte[HeadLength];
        return head[..stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
    }
}
