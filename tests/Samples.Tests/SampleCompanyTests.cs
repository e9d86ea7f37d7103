using System.Security.Cryptography;

namespace Kelvin.Samples.Tests;

public sealed class SampleCompanyTests
{
    [Fact]
    public void Same_seed_and_day_give_the_same_bytes()
    {
        var first = Company.Of(7, "2026-03-10");
        var again = Directory.CreateTempSubdirectory("kelvin-sample-again-").FullName;
        SampleCompany.Write(again, 7, first.Today);

        Assert.Equal(Fingerprints(first.Folder), Fingerprints(again));
        Directory.Delete(again, recursive: true);
    }

    [Fact]
    public void Another_seed_gives_another_company()
    {
        var one = Fingerprints(Company.Of(7, "2026-03-10").Folder);
        var other = Directory.CreateTempSubdirectory("kelvin-sample-other-").FullName;
        SampleCompany.Write(other, 8, new DateOnly(2026, 3, 10));

        Assert.NotEqual(one["orders.csv"], Fingerprints(other)["orders.csv"]);
        Directory.Delete(other, recursive: true);
    }

    [Theory, MemberData(nameof(Company.Various), MemberType = typeof(Company))]
    public void Company_has_the_size_that_the_documentation_promises(int seed, string today)
    {
        var company = Company.Of(seed, today);

        Assert.InRange(company["orders"].Rows.Count, 55_000, 65_000);
        Assert.InRange(company["order_lines"].Rows.Count, 135_000, 160_000);
        Assert.InRange(new DirectoryInfo(company.Folder).EnumerateFiles().Sum(file => file.Length), 10_000_000, 30_000_000);
    }

    [Fact]
    public void Definitions_lie_beside_the_files()
    {
        var folder = Company.Of(7, "2026-03-10").Folder;

        Assert.Contains("packs: [sales, marketing, logistics]", File.ReadAllText(Path.Combine(folder, "kelvin.yaml")));
        Assert.True(File.Exists(Path.Combine(folder, "datasets.yaml")));
    }

    [Fact]
    public void Progress_ends_with_everything_done()
    {
        var reports = new Reports();
        var folder = Directory.CreateTempSubdirectory("kelvin-sample-progress-").FullName;
        SampleCompany.Write(folder, 7, new DateOnly(2026, 3, 10), reports);
        Directory.Delete(folder, recursive: true);

        // From 1 March 2024 through 9 March 2026.
        Assert.Equal(739, reports.All.Count);
        Assert.Equal(new SampleProgress(new DateOnly(2026, 3, 9), 1), reports.All[^1]);
        Assert.Equal(reports.All.OrderBy(report => report.Done), reports.All);
    }

    private static SortedDictionary<string, string> Fingerprints(string folder) =>
        new(Directory.EnumerateFiles(folder).ToDictionary(
            path => Path.GetFileName(path), path => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(path)))), StringComparer.Ordinal);

    private sealed class Reports : IProgress<SampleProgress>
    {
        public List<SampleProgress> All { get; } = [];

        public void Report(SampleProgress value) => All.Add(value);
    }
}
