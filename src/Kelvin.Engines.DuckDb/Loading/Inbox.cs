using System.Runtime.InteropServices;

namespace Kelvin.Engines.DuckDb.Loading;

/// <summary>
/// A file's place in the one folder that statements may read, for as long as a load takes. A hard link costs nothing and cannot
/// lead elsewhere; across file systems it is a copy.
/// </summary>
internal sealed partial class Inbox : IDisposable
{
    private Inbox(string path) => Path = path;

    /// <summary>The file inside the inbox.</summary>
    public string Path { get; }

    /// <summary>A place for a file that is still to be written.</summary>
    public static Inbox Empty(string folder, string extension) => new(System.IO.Path.Combine(folder, Guid.CreateVersion7().ToString("N") + extension));

    /// <summary>A file of somewhere else, seen from the inbox.</summary>
    public static Inbox Of(string folder, string file)
    {
        var inbox = Empty(folder, System.IO.Path.GetExtension(file).ToLowerInvariant() is ".parquet" ? ".parquet" : ".csv");
        var target = File.ResolveLinkTarget(file, returnFinalTarget: true)?.FullName ?? System.IO.Path.GetFullPath(file);
        var isLinked = OperatingSystem.IsWindows() ? CreateHardLink(inbox.Path, target, 0) : Link(target, inbox.Path) == 0;
        if (!isLinked)
            File.Copy(target, inbox.Path);
        return inbox;
    }

    public void Dispose() => File.Delete(Path);

    [DllImport("libc", EntryPoint = "link", CharSet = CharSet.Ansi, BestFitMapping = false)]
    private static extern int Link([MarshalAs(UnmanagedType.LPUTF8Str)] string target, [MarshalAs(UnmanagedType.LPUTF8Str)] string path);

    [DllImport("kernel32", EntryPoint = "CreateHardLinkW", CharSet = CharSet.Unicode)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static extern bool CreateHardLink(string path, string target, nint reserved);
}
