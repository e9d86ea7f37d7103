namespace Cli.Tests;

/// <summary>Data shared by several projects, beside this one; not everybody has it.</summary>
internal static class SharedData
{
    /// <summary>The full path of a folder in it; null when it is not here.</summary>
    public static string? Find(string folder)
    {
        for (var above = AppContext.BaseDirectory; above is not null; above = Path.GetDirectoryName(above))
            if (File.Exists(Path.Combine(above, "Kelvin.slnx")))
                return Path.GetFullPath(Path.Combine(above, "../shared/data", folder)) is var path && Directory.Exists(path) ? path : null;
        return null;
    }
}
