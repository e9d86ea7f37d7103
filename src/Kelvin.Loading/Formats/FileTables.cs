using System.Collections.Immutable;

namespace Kelvin.Loading.Formats;

/// <summary>What tables a file may hold.</summary>
public static class FileTables
{
    /// <summary>The files in a zip file that may be tables, by their whole names; empty for any other file, a workbook among them.</summary>
    public static ImmutableArray<string> Entries(string path) => ZipChoice.Entries(path, FileLimits.Default);
}
