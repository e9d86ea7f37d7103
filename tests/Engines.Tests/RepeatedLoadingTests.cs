using Kelvin.Language;
using Kelvin.Queries.Warehouse;
using static Engines.Tests.LoadingTests;

namespace Engines.Tests;

/// <summary>Rows that meet rows: keys that repeat, files that come again, loads that end early.</summary>
public abstract class RepeatedLoadingTests(TestEngine engine) : EngineTests(engine)
{
    [Fact]
    public async Task Only_the_first_of_a_repeated_key_is_taken_and_the_earlier_line_is_told()
    {
        await using var scratch = await OpenAsync(Orders);
        var report = await scratch.LoadAsync(Orders, Header + "a,1,,2025-01-31,,,\nb,2,,2025-01-31,,,\na,3,,2025-01-31,,,\na,4,,2025-01-31,,,\n");
        Assert.Equal([4L, 5L], report.Rejections.Select(rejection => rejection.Row));
        Assert.Equal("id is a on line 2 too; the first one was taken.", report.Rejections[1].Reason.Message(Tongue.English));
        Assert.Equal(["a|1.0000", "b|2.0000"], await scratch.RowsAsync("SELECT id, amount FROM orders ORDER BY id", "id", "amount"));
    }

    [Fact]
    public async Task A_key_that_is_there_already_is_rejected_when_appending()
    {
        await using var scratch = await OpenAsync(Orders);
        await scratch.LoadAsync(Orders, Header + "a,1,,2025-01-31,,,\n");
        var report = await scratch.LoadAsync(Orders, Header + "a,9,,2025-01-31,,,\nb,2,,2025-01-31,,,\n", LoadMode.Append);
        Assert.Equal(("import.key-present", 2L), (Assert.Single(report.Rejections).Reason.Code, report.Rejections[0].Row));
        Assert.Equal(["a|1.0000", "b|2.0000"], await scratch.RowsAsync("SELECT id, amount FROM orders ORDER BY id", "id", "amount"));
    }

    [Fact]
    public async Task The_same_file_appended_again_changes_nothing_and_says_so()
    {
        var keyless = Orders with { Key = [] };
        await using var scratch = await OpenAsync(keyless);
        var path = scratch.Write("f.csv", Header + "a,1,,2025-01-31,,,\n");
        var first = await scratch.TryLoadAsync(keyless, path, LoadMode.Append);
        var second = await scratch.TryLoadAsync(keyless, path, LoadMode.Append);
        Assert.Equal("import.already-loaded", Assert.Single(second.Issues).Code);
        Assert.Equal((0, first.Value!.DataVersion), (second.Value!.Accepted, second.Value.DataVersion));
        var states = await scratch.Warehouse.StatesAsync(default);
        Assert.Equal((1, 1), (states["orders"].Rows, states["orders"].DataVersion));
        Assert.Equal(1, (await scratch.TryLoadAsync(keyless, path)).Value!.Accepted);
    }

    [Fact]
    public async Task A_cancelled_load_leaves_nothing_behind()
    {
        await using var scratch = await OpenAsync(Orders);
        await scratch.LoadAsync(Orders, Header + "old,1,,2025-01-31,,,\n");
        var rows = string.Concat(Enumerable.Range(0, 200_000).Select(number => $"r{number},1,,2025-01-31,,,\n"));
        using var cancellation = new CancellationTokenSource();
        var progress = new Stop(cancellation);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => scratch.TryLoadAsync(
            Orders, scratch.Write("f.csv", Header + rows), progress: progress, cancellationToken: cancellation.Token));
        Assert.Equal(["old"], await scratch.RowsAsync("SELECT id FROM orders", "id"));
        Assert.Equal(1, (await scratch.Warehouse.StatesAsync(default))["orders"].DataVersion);
        Assert.Equal(1, (await scratch.LoadAsync(Orders, Header + "new,1,,2025-01-31,,,\n")).Accepted);
    }

    [Fact]
    public async Task A_file_whose_every_row_is_rejected_replaces_nothing()
    {
        await using var scratch = await OpenAsync(Orders);
        await scratch.LoadAsync(Orders, Header + "old,1,,2025-01-31,,,\n");
        var report = await scratch.LoadAsync(Orders, Header + "new,x,,2025-01-31,,,\n");
        Assert.Equal((0, 1), (report.Accepted, report.Rejected));
        Assert.Equal(["old"], await scratch.RowsAsync("SELECT id FROM orders", "id"));
    }

    private sealed class Stop(CancellationTokenSource cancellation) : IProgress<LoadProgress>
    {
        public void Report(LoadProgress value)
        {
            if (value.Stage == LoadStage.Reading)
                cancellation.Cancel();
        }
    }
}

public sealed class RepeatedLoadingTestsOnDuckDb() : RepeatedLoadingTests(TestEngine.DuckDb);

public sealed class RepeatedLoadingTestsOnPostgres() : RepeatedLoadingTests(TestEngine.Postgres);
