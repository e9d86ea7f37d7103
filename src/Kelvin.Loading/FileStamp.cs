namespace Kelvin.Loading;

/// <summary>What tells at once that a file has changed: its length and when it was last written to.</summary>
/// <param name="Length">Bytes.</param>
/// <param name="Written">When.</param>
public readonly record struct FileStamp(long Length, DateTime Written)
{
    /// <summary>The stamp of a file as it is now; one of no length where there is none.</summary>
    public static FileStamp Of(string path) =>
        new FileInfo(path) is { Exists: true } file ? new FileStamp(file.Length, file.LastWriteTimeUtc) : default;
}
