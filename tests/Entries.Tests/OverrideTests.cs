using System.Collections.Immutable;
using Kelvin.Compiler;
using Kelvin.Compiler.Frames;
using Kelvin.Entries.Saving;
using Kelvin.Language;
using Kelvin.Queries.Asking;
using Kelvin.Queries.Tracing;
using Kelvin.Queries.Warehouse;
using static Entries.Tests.Company;

namespace Entries.Tests;

public sealed class OverrideTests
{
    private static readonly DateTime Booked = new(2025, 10, 7, 8, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData("duckdb")]
    [InlineData("postgres")]
    public async Task Metrics_read_the_override_and_the_connected_value_is_kept_beside_it(string engine)
    {
        await using var company = await OpenAsync(engine);
        await SyncAsync(company, ("a", 100m), ("b", 50m));
        await OverrideAsync(company, "a", "80");
        Assert.Equal(130m, await company.ValueAsync("cost"));
        var cell = await company.CellAsync("cost_corrections", "2025-10", """["a"]""", "amount");
        Assert.Equal((80m, 100m), (cell.Value, cell.Connected));
    }

    [Theory]
    [InlineData("duckdb")]
    [InlineData("postgres")]
    public async Task A_later_sync_does_not_wipe_an_override_out(string engine)
    {
        await using var company = await OpenAsync(engine);
        await SyncAsync(company, ("a", 100m), ("b", 50m));
        await OverrideAsync(company, "a", "80");
        await SyncAsync(company, ("a", 120m), ("b", 60m));
        Assert.Equal(140m, await company.ValueAsync("cost"));
        Assert.Equal(120m, (await company.CellAsync("cost_corrections", "2025-10", """["a"]""", "amount")).Connected);
    }

    [Fact]
    public async Task An_override_that_is_taken_away_gives_the_connected_value_back()
    {
        await using var company = await OpenAsync();
        await SyncAsync(company, ("a", 100m));
        await OverrideAsync(company, "a", "80");
        await company.SaveAsync("cost_corrections", "Karin Berg", Edit("a", "amount", "", 1));
        await DecideAsync(company, "It was right");
        Assert.Equal(100m, await company.ValueAsync("cost"));
    }

    [Fact]
    public async Task An_override_says_why()
    {
        await using var company = await OpenAsync();
        await SyncAsync(company, ("a", 100m));
        var row = (await company.SaveAsync("cost_corrections", "Karin Berg", Edit("a", "amount", "80"))).Rows.Single();
        Assert.Equal("entry.override-note", Assert.Single(row.Messages).Issue.Code);
    }

    [Fact]
    public async Task Only_rows_that_are_there_can_be_overridden()
    {
        await using var company = await OpenAsync();
        await SyncAsync(company, ("a", 100m));
        Assert.Equal("entry.unknown-row-to-override", Assert.IsType<CellOutcome.Refused>((await company.SaveAsync("cost_corrections", "Karin Berg", Edit("z", "amount", "80"))).Cells[0]).Issue.Code);
    }

    [Theory]
    [InlineData("duckdb")]
    [InlineData("postgres")]
    public async Task Overrides_hold_in_conditions_and_dimensions_too(string engine)
    {
        await using var company = await OpenAsync(engine);
        await SyncAsync(company, ("a", 100m), ("b", 50m));
        await company.SaveAsync("cost_corrections", "Karin Berg", Edit("a", "kind", "rent"), Edit("a", "note", "Was wrong"));
        await DecideAsync(company, null);
        var answer = Sound(await company.Asking.AskAsync(new MetricQuery { Metrics = ["cost"], Range = "all", By = ["kind"], Where = "kind = 'rent'" }, Viewer.Everything, default));
        Assert.Equal(("rent", 100m), ((string)answer.Frame["kind"][0]!, (decimal)answer.Frame["cost"][0]!));
    }

    [Fact]
    public async Task The_history_of_a_value_tells_who_overrode_it_and_why()
    {
        await using var company = await OpenAsync();
        await SyncAsync(company, ("a", 100m));
        company.Clock.Advance(TimeSpan.FromHours(1));
        await OverrideAsync(company, "a", "80", "As invoiced");
        var history = Sound(await company.Tracing.TraceAsync(new TraceQuery("cost"), Viewer.Everything, default));
        Assert.Equal((100m, 80m), ((decimal)history.Changes[0].Before!, (decimal)history.Changes[0].After!));
        Assert.Equal(("Karin Berg", "As invoiced"), history.Changes[0].Loads.Select(load => (load.Person, load.Reason)).Single());
    }

    /// <summary>Rows to which no row leads do not come in for an override: it is no thing of its own.</summary>
    [Fact]
    public async Task An_override_whose_row_is_gone_counts_for_nothing()
    {
        await using var company = await OpenAsync();
        await SyncAsync(company, ("a", 100m), ("b", 50m));
        await OverrideAsync(company, "a", "80");
        await SyncAsync(company, ("b", 50m));
        Assert.Equal(50m, await company.ValueAsync("cost"));
    }

    private static CellEdit Edit(string cost, string column, string? text, int version = 0) =>
        new(October, ImmutableSortedDictionary<string, string>.Empty.Add("cost_id", cost), column, text, Tongue.English, version);

    private static async Task OverrideAsync(Company company, string cost, string amount, string? reason = null)
    {
        await company.SaveAsync("cost_corrections", "Karin Berg", Edit(cost, "amount", amount), Edit(cost, "note", "Wrong at the source"));
        await DecideAsync(company, reason);
    }

    private static async Task DecideAsync(Company company, string? reason)
    {
        Sound(await company.Deciding.SubmitAsync(new("cost_corrections", October, Person("Karin Berg")) { Comment = reason }, default));
        Assert.Null(Sound(await company.Deciding.ApproveAsync(new("cost_corrections", October, Person("Anna Lind")), default)).Refusal);
    }

    private static async Task SyncAsync(Company company, params (string Id, decimal Amount)[] costs)
    {
        var rows = new Frame(
        [
            new FrameColumn<string>("cost_id", [.. costs.Select(cost => cost.Id)]), new FrameColumn<DateTime>("booked_at", [.. costs.Select(_ => Booked)]),
            new FrameColumn<decimal>("amount", [.. costs.Select(cost => cost.Amount)]),
        ]);
        var batch = new RowBatch(company.Catalog.Datasets["costs"], rows) { Mode = LoadMode.Replace, Kind = LoadKind.Sync, Source = "erp" };
        Sound((await company.Warehouse.WriteAsync([batch], default))[0]);
    }
}
