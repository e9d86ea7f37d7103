namespace Kelvin.Collection.Sources.Spooling;

/// <summary>The folder in which what is fetched waits to be loaded. What a process that died left there is cleared away.</summary>
/// <param name="path">Its path.</param>
public sealed class SpoolFolder(string path)
{
    /// <summary>A new folder in it, for one run.</summary>
    public SpoolRoom Begin(string dataset)
    {
        Directory.CreateDirectory(path);
        // A run of this dataset holds its lock, so whatever else is there under its name is of no use to anyone.
        foreach (var left in Directory.EnumerateDirectories(path, dataset + "-*"))
            Directory.Delete(left, recursive: true);
        return new SpoolRoom(Directory.CreateDirectory(Path.Combine(path, $"{dataset}-{Guid.NewGuid():N}")).FullName);
    }

    /// <summary>Holds a dataset until disposed; null when another run does, here or in another process.</summary>
    public IDisposable? TryHold(string dataset)
    {
        Directory.CreateDirectory(path);
        try
        {
            // The system lets go of it when the process ends, however it ends.
            return new FileStream(Path.Combine(path, dataset + ".lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }
}

/// <summary>Files of one run; gone when it is disposed.</summary>
/// <param name="path">Its folder.</param>
public sealed class SpoolRoom(string path) : IDisposable
{
    private const int LongestName = 100;
    private int _files;

    /// <summary>The path of a new file of this name, in a folder of its own. Names at sources need not be names here.</summary>
    public string Next(string name)
    {
        var own = Directory.CreateDirectory(Path.Combine(path, FormattableString.Invariant($"{_files++}"))).FullName;
        var isUsable = name.Length is > 0 and <= LongestName && name is not ("." or "..") && name.IndexOfAny(Path.GetInvalidFileNameChars()) < 0;
        return Path.Combine(own, isUsable ? name : "file");
    }

    /// <inheritdoc />
    public void Dispose() => Directory.Delete(path, recursive: true);
}
