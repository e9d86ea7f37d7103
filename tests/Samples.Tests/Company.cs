using System.Collections.Concurrent;
using System.Globalization;

namespace Kelvin.Samples.Tests;

/// <summary>A sample company on disk, made once for all tests that look at it.</summary>
public sealed class Company
{
    private static readonly ConcurrentDictionary<(int, DateOnly), Lazy<Company>> Made = [];
    private readonly ConcurrentDictionary<string, Lazy<Table>> _tables = [];

    private Company(int seed, DateOnly today)
    {
        Today = today;
        Problems = new PlantedProblems(today);
        Folder = Directory.CreateTempSubdirectory("kelvin-sample-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(Folder, recursive: true);
        SampleCompany.Write(Folder, seed, today);
    }

    /// <summary>Seeds and days, among them a leap day and the middle of Black Week.</summary>
    public static TheoryData<int, string> Various { get; } = new()
    {
        { 1, "2026-11-24" },
        { 7, "2026-03-10" },
        { 42, "2028-02-29" },
    };

    public DateOnly Today { get; }

    public PlantedProblems Problems { get; }

    public string Folder { get; }

    public Table this[string name] =>
        _tables.GetOrAdd(name, _ => new Lazy<Table>(() => Table.Read(Path.Combine(Folder, name + ".csv")))).Value;

    public static Company Of(int seed, string today)
    {
        var day = DateOnly.ParseExact(today, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        return Made.GetOrAdd((seed, day), _ => new Lazy<Company>(() => new Company(seed, day))).Value;
    }

    /// <summary>The local day of a moment or day as written, or null when there is none or it cannot be read.</summary>
    public static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text.Length >= 10 ? text[..10] : text, ["yyyy-MM-dd", "dd.MM.yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day : null;

    public static decimal? Number(string text) =>
        decimal.TryParse(text.Replace(',', '.'), NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : null;
}
