namespace Definitions.Tests.Formulas;

/// <summary>Data files of these tests: copied beside the tests, and the originals for rewriting a snapshot.</summary>
internal static class Tables
{
    public static string Path(string file) => System.IO.Path.Combine(AppContext.BaseDirectory, "Formulas", file);

    /// <summary>The lines of a table that are neither empty nor comments, cut at its bars.</summary>
    public static IEnumerable<string[]> Rows(string file) =>
        File.ReadLines(Path(file))
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split(" | ").Select(cell => cell.Trim()).ToArray());
}
