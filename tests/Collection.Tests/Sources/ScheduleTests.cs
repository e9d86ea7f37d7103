using System.Globalization;
using Kelvin.Collection.Sources.Runs;
using Kelvin.Collection.Sources.Scheduling;

namespace Collection.Tests.Sources;

/// <summary>Datasets are fetched when they are due, whatever the clock does. Each test turns the clock and looks.</summary>
public sealed class ScheduleTests
{
    // The clock of the tests starts on Monday 2 March 2026 at 09:00 in Stockholm.
    private const string Hourly = "every: 1 hour";
    private const string AtSix = "at: '06:00'";

    [Fact]
    public async Task What_has_never_been_fetched_is_fetched_at_once_and_then_after_each_pause()
    {
        await using var workspace = await OpenAsync(Hourly);
        Assert.Equal([1, 1, 2, 2, 3], await RunsAfterAsync(workspace, TimeSpan.Zero, TimeSpan.FromMinutes(59), TimeSpan.FromMinutes(1), TimeSpan.FromSeconds(3599), TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public async Task Times_that_passed_while_the_server_was_down_are_one_run_at_its_start()
    {
        await using var workspace = await OpenAsync(AtSix);
        await workspace.SyncWellAsync("log");
        Assert.Equal([1], await RunsAfterAsync(workspace, TimeSpan.FromHours(1)));
        Assert.Equal([2, 2], await RunsAfterAsync(workspace, TimeSpan.FromDays(10), TimeSpan.Zero));
    }

    [Theory]
    // Summer time begins on 29 March 2026 at 02:00, which is 01:00 UTC, and ends on 25 October at 03:00.
    [InlineData("2026-03-28T04:59:00Z", "2026-03-28T05:00:00Z", "2026-03-29T03:59:00Z", "2026-03-29T04:00:00Z")]
    [InlineData("2026-10-24T03:59:00Z", "2026-10-24T04:00:00Z", "2026-10-25T04:59:00Z", "2026-10-25T05:00:00Z")]
    public async Task Six_in_the_morning_is_six_in_the_morning_on_the_day_the_clock_changes(params string[] moments)
    {
        await using var workspace = await OpenAsync(AtSix);
        workspace.Clock.SetUtcNow(At(moments[0]).AddHours(-1));
        await workspace.SyncWellAsync("log");
        var runs = new List<int>();
        foreach (var moment in moments)
        {
            workspace.Clock.SetUtcNow(At(moment));
            runs.AddRange(await RunsAfterAsync(workspace, TimeSpan.Zero));
        }
        Assert.Equal([1, 2, 2, 3], runs);
    }

    [Fact]
    public async Task A_clock_that_jumps_ahead_makes_one_run_and_one_that_is_set_back_does_not_stop_them()
    {
        await using var workspace = await OpenAsync(Hourly);
        Assert.Equal([1, 2, 2], await RunsAfterAsync(workspace, TimeSpan.Zero, TimeSpan.FromDays(365), TimeSpan.FromMinutes(1)));
        // A clock of its own, set back: the fake one of the state does not go back.
        var earlier = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(workspace.Clock.GetUtcNow().AddDays(-300));
        var history = new SyncHistory(workspace.States, earlier);
        var times = new SyncTimes(workspace, history, earlier);
        Assert.Equal(earlier.GetUtcNow(), (await times.NextAsync(CancellationToken.None))["log"]);
        var run = await history.BeginAsync("log", workspace.Current.Datasets["log"].Feed!, CancellationToken.None);
        (run.EndedAt, run.Outcome) = (earlier.GetUtcNow(), SyncOutcome.Done);
        await history.SaveAsync(run, CancellationToken.None);
        Assert.Equal(earlier.GetUtcNow().AddHours(1), (await times.NextAsync(CancellationToken.None))["log"]);
    }

    [Fact]
    public async Task A_run_that_failed_waits_for_its_next_time_and_one_that_was_cut_off_does_not()
    {
        await using var workspace = await OpenAsync(Hourly);
        new SqliteSource(workspace.Folder).Run("DROP TABLE log");
        Assert.Equal([1, 1, 2], await RunsAfterAsync(workspace, TimeSpan.Zero, TimeSpan.FromMinutes(30), TimeSpan.FromMinutes(30)));
        await workspace.History.BeginAsync("log", workspace.Current.Datasets["log"].Feed!, CancellationToken.None);
        Assert.Equal([4], await RunsAfterAsync(workspace, TimeSpan.Zero));
    }

    [Fact]
    public async Task A_schedule_that_changes_holds_from_the_next_step_and_without_one_nothing_runs()
    {
        await using var workspace = await OpenAsync("mode: replace");
        Assert.Equal([0], await RunsAfterAsync(workspace, TimeSpan.Zero));
        await workspace.DefineAsync(Text(Hourly));
        Assert.Equal([1], await RunsAfterAsync(workspace, TimeSpan.Zero));
        await workspace.DefineAsync(Text("every: 10 minutes"));
        Assert.Equal([2], await RunsAfterAsync(workspace, TimeSpan.FromMinutes(10)));
    }

    [Fact]
    public async Task Ending_the_server_cancels_what_runs_and_waits_for_it()
    {
        await using var workspace = await OpenAsync(Hourly);
        using var ending = new CancellationTokenSource();
        workspace.Readers = [.. workspace.Readers.Select(reader => new MeanwhileReader(reader, ending.Cancel))];
        using var syncs = Syncs(workspace);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => syncs.RunAsync((_, failure) => Assert.Fail(failure.ToString()), ending.Token));
        Assert.Equal(SyncOutcome.Cancelled, Assert.Single(await workspace.History.RunsAsync("log", 10, CancellationToken.None)).Outcome);
    }

    /// <summary>How many runs there have been after each turn of the clock and a step.</summary>
    private static async Task<List<int>> RunsAfterAsync(FedWorkspace workspace, params TimeSpan[] turns)
    {
        using var syncs = Syncs(workspace);
        var counts = new List<int>();
        foreach (var turn in turns)
        {
            workspace.Clock.Advance(turn);
            await syncs.StepAsync((_, failure) => Assert.Fail(failure.ToString()), CancellationToken.None);
            await syncs.IdleAsync();
            counts.Add((await workspace.History.RunsAsync("log", 100, CancellationToken.None)).Length);
        }
        return counts;
    }

    private static ScheduledSyncs Syncs(FedWorkspace workspace) => new(new SyncTimes(workspace, workspace.History, workspace.Clock), workspace.Syncing, workspace.Clock);

    private static async Task<FedWorkspace> OpenAsync(string schedule)
    {
        var workspace = await FedWorkspace.OpenAsync(Text(schedule));
        new SqliteSource(workspace.Folder).Run("CREATE TABLE log (id INTEGER); INSERT INTO log VALUES (1)");
        return workspace;
    }

    private static string Text(string schedule) => SqliteSource.Connection + "dataset: log\nsource: { connection: shop, table: log, " + schedule + " }\ncolumns: { id: integer }";

    private static DateTimeOffset At(string moment) => DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture);
}
