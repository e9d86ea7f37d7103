using Kelvin.Language;
using Kelvin.Queries.Warehouse;

namespace Engines.Tests;

/// <summary>Files that come in together are one version: all of them, or nothing.</summary>
public abstract class SeveralFilesTests(TestEngine engine) : EngineTests(engine)
{
    private const string Header = LoadingTests.Header;

    [Theory]
    [InlineData("c,3,,2025-03-01,,,\n")]
    [InlineData("c,\"3,0\",,2025-03-01,,,\n")]
    public async Task Files_of_a_pattern_are_one_version_and_the_same_files_again_change_nothing(string last)
    {
        await using var scratch = await OpenAsync(LoadingTests.Orders);
        string[] files = [scratch.Write("1.csv", Header + "a,1,,2025-01-31,,,\n"), scratch.Write("2.csv", "day,amount,id\n2025-02-01,2,b\n"), scratch.Write("3.csv", Header + last)];
        var first = (await LoadAsync(scratch, files)).Value!;
        Assert.Equal((3, 0, "1.csv … 3.csv (3)"), (first.Accepted, first.Rejected, first.Source));
        Assert.Equal([("1.csv", 1L), ("2.csv", 1L), ("3.csv", 1L)], first.Files.Select(file => (file.Source, file.Accepted)));
        Assert.Equal(["a|1.0000", "b|2.0000", "c|3.0000"], await RowsAsync(scratch));
        var again = (await LoadAsync(scratch, files)).Value!;
        Assert.Equal((3, null, first.DataVersion), (again.Accepted, again.Load, again.DataVersion));
        Assert.Single(await scratch.Warehouse.LoadsAsync("orders", 10, CancellationToken.None));
    }

    [Fact]
    public async Task Of_files_that_come_in_again_only_what_differs_is_a_change()
    {
        await using var scratch = await OpenAsync(LoadingTests.Orders);
        var (one, two) = (scratch.Write("1.csv", Header + "a,1,,2025-01-31,,,\n"), scratch.Write("2.csv", Header + "b,2,,2025-01-31,,,\nc,3,,2025-01-31,,,\n"));
        await LoadAsync(scratch, one, two);
        await File.WriteAllTextAsync(two, Header + "b,5,,2025-01-31,,,\nd,4,,2025-01-31,,,\n");
        var load = (await LoadAsync(scratch, one, two)).Value!.Load!;
        Assert.Equal((1, 1, 1, 1), (load.Added, load.Replaced, load.Removed, load.Unchanged));
        Assert.Equal(["a|1.0000", "b|5.0000", "d|4.0000"], await RowsAsync(scratch));
    }

    [Fact]
    public async Task Rejected_rows_are_told_by_the_file_that_they_are_in()
    {
        await using var scratch = await OpenAsync(LoadingTests.Orders);
        var report = (await LoadAsync(scratch,
            scratch.Write("1.csv", Header + "a,1,,2025-01-31,,,\nx,much,,2025-01-31,,,\n"), scratch.Write("2.csv", Header + "b,2,,2025-01-31,,,\n\na,9,,2025-01-31,,,\n"))).Value!;
        Assert.Equal((2, 2, 1), (report.Accepted, report.Rejected, report.EmptyLines));
        Assert.Equal([(1L, 1L, 0L), (1L, 1L, 1L)], report.Files.Select(file => (file.Accepted, file.Rejected, file.EmptyLines)));
        Assert.Equal(("import.not-a-number", 3), (report.Files[0].Rejections[0].Reason.Code, report.Files[0].Rejections[0].Row));
        var repeated = report.Files[1].Rejections[0];
        Assert.Equal((4L, "a is a on line 2 of 1.csv too; the first one was taken."), (repeated.Row, repeated.Reason.Message(Tongue.English).Replace("id is", "a is", StringComparison.Ordinal)));
        Assert.Contains("much", await File.ReadAllTextAsync(report.Files[0].RejectedFile!), StringComparison.Ordinal);
        Assert.Contains("a,9,", await File.ReadAllTextAsync(report.Files[1].RejectedFile!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_column_that_is_gone_from_one_file_keeps_all_of_them_out_and_is_told_with_the_file()
    {
        await using var scratch = await OpenAsync(LoadingTests.Orders);
        await LoadAsync(scratch, scratch.Write("0.csv", Header + "a,1,,2025-01-31,,,\n"));
        var refused = await LoadAsync(scratch, scratch.Write("1.csv", Header + "b,1,,2025-01-31,,,\n"), scratch.Write("2.csv", "id,amounts,day\nc,1,2025-01-31\n"));
        Assert.False(refused.IsSound);
        var errors = refused.Issues.Where(issue => issue.Severity == Severity.Error).ToList();
        Assert.Equal(["import.one-of-several", "import.column-lacking"], errors.Select(issue => issue.Code));
        Assert.Contains("2.csv", errors[0].Message(Tongue.Swedish), StringComparison.Ordinal);
        Assert.Contains("amounts", errors[1].Hint(Tongue.Swedish), StringComparison.Ordinal);
        Assert.Equal(["a|1.0000"], await RowsAsync(scratch));
    }

    [Fact]
    public async Task A_load_that_is_stopped_leaves_nothing_and_comes_in_whole_when_it_is_begun_again()
    {
        await using var scratch = await OpenAsync(LoadingTests.Orders);
        using var stop = new CancellationTokenSource();
        var files = Enumerable.Range(0, 3).Select(at => scratch.Write($"{at}.csv", Header + $"o{at},\"1,0\",,2025-01-31,,,\n")).ToArray();
        var stops = new Once(stop.Cancel);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => scratch.Warehouse.LoadAsync(
            new LoadRequest(LoadingTests.Orders, files[0], LoadMode.Replace, TimeZoneInfo.Utc) { Others = [.. files[1..]] }, stops, stop.Token));
        Assert.Empty(await RowsAsync(scratch));
        Assert.Empty(await scratch.Warehouse.LoadsAsync("orders", 10, CancellationToken.None));
        Assert.Equal(3, (await LoadAsync(scratch, files)).Value!.Accepted);
    }

    private static Task<Checked<LoadReport>> LoadAsync(Scratch scratch, params string[] files) => scratch.Warehouse.LoadAsync(
        new LoadRequest(LoadingTests.Orders, files[0], LoadMode.Replace, TimeZoneInfo.Utc) { Others = [.. files[1..]] }, null, CancellationToken.None);

    private static Task<string[]> RowsAsync(Scratch scratch) => scratch.RowsAsync("SELECT id, amount FROM orders ORDER BY id", "id", "amount");

    /// <summary>Does something when the file is first read, after it was looked at.</summary>
    private sealed class Once(Action act) : IProgress<LoadProgress>
    {
        private int _done;

        public void Report(LoadProgress value)
        {
            if (value.Stage == LoadStage.Reading && Interlocked.Exchange(ref _done, 1) == 0)
                act();
        }
    }
}

public sealed class SeveralFilesTestsOnDuckDb() : SeveralFilesTests(TestEngine.DuckDb);

public sealed class SeveralFilesTestsOnPostgres() : SeveralFilesTests(TestEngine.Postgres);
