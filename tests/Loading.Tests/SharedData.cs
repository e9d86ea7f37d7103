namespace Loading.Tests;

/// <summary>Public files from outside, beside the repository where they are there.</summary>
internal static class SharedData
{
    /// <summary>The root of the repository.</summary>
    public static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Kelvin.slnx")))
                return folder.FullName;
        throw new InvalidOperationException("The tests do not lie in the repository.");
    }

    /// <summary>The folder of a data set; skips the test where it is not there.</summary>
    public static string Folder(string name)
    {
        var folder = Path.Combine(Root(), "..", "shared", "data", name);
        Assert.SkipUnless(Directory.Exists(folder), $"../shared/data/{name} is not there.");
        return folder;
    }
}
