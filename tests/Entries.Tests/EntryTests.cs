using Kelvin.Entries.Keeping;
using Kelvin.Entries.Saving;
using Kelvin.Language;
using Kelvin.Queries.Tracing;
using Kelvin.Queries.Asking;
using Kelvin.Queries.Warehouse;
using static Entries.Tests.Company;

namespace Entries.Tests;

public sealed class EntryTests
{
    private const string Store = """["store"]""";

    [Theory]
    [InlineData("duckdb")]
    [InlineData("postgres")]
    public async Task A_number_counts_when_it_is_approved_and_not_before(string engine)
    {
        await using var company = await OpenAsync(engine);
        await company.SaveAsync("Karin Berg", Edit("store", "asked", "200"), Edit("store", "satisfied", "150"), Edit("web", "asked", "100"), Edit("web", "satisfied", "60"));
        Assert.Null(await company.ValueAsync("satisfaction_rate"));
        Assert.Equal(RowStatus.Submitted, Sound(await company.Deciding.SubmitAsync(company.Action("Karin Berg"), default)).Status);
        Assert.Null(await company.ValueAsync("satisfaction_rate"));
        Assert.Equal(2, Sound(await company.Deciding.ApproveAsync(company.Action("Anna Lind"), default)).Rows);
        Assert.Equal(0.7, await company.ValueAsync("satisfaction_rate"));
        var load = Assert.Single(await company.Warehouse.LoadsAsync("satisfaction", 10, default));
        Assert.Equal((LoadKind.Entry, "Karin Berg", 2L), (load.Kind, load.Person, load.Added));
    }

    [Fact]
    public async Task What_nobody_has_to_approve_counts_when_it_is_submitted()
    {
        await using var company = await OpenAsync();
        var (quarter, key) = (new DateOnly(2025, 10, 1), Edit("", "", "").Key.Clear().Add("team", "north"));
        await company.SaveAsync("plan", "Karin Berg", new CellEdit(quarter, key, "head_count", "12", Tongue.English, 0), new CellEdit(quarter, key.SetItem("team", "south"), "head_count", "7", Tongue.English, 0));
        Sound(await company.Deciding.SubmitAsync(new("plan", quarter, Person("Karin Berg")), default));
        Assert.Equal(2, (await company.Warehouse.StatesAsync(default))["plans"].Rows);
        Assert.Equal(12m, (await company.CellAsync("plan", "2025-Q4", """["north"]""", "head_count")).Holding);
    }

    [Fact]
    public async Task Of_two_who_save_one_cell_the_second_is_told_what_the_first_wrote_and_may_choose()
    {
        await using var company = await OpenAsync();
        await company.SaveAsync("Karin Berg", Edit("store", "asked", "200"));
        company.Clock.Advance(TimeSpan.FromMinutes(5));
        var second = Assert.IsType<CellOutcome.Overtaken>((await company.SaveAsync("Olle Ek", Edit("store", "asked", "210"))).Cells[0]);
        Assert.Equal((200m, 1, "Karin Berg", new DateTimeOffset(2025, 11, 5, 9, 0, 0, TimeSpan.Zero)), (second.Value, second.Version, second.Person, second.At));
        Assert.Equal(200m, (await company.CellAsync("satisfaction", "2025-10", Store, "asked")).Value);
        Assert.Equal(2, Assert.IsType<CellOutcome.Saved>((await company.SaveAsync("Olle Ek", Edit("store", "asked", "210", second.Version))).Cells[0]).Version);
        var story = Sound(await company.Telling.TellAsync("satisfaction", October, Edit("store", "", "").Key, "asked", default));
        Assert.Equal([(210m, "Olle Ek"), (200m, "Karin Berg")], story.Events.Select(told => ((decimal)told.Value!, told.Person)));
    }

    [Fact]
    public async Task Two_who_write_the_same_agree()
    {
        await using var company = await OpenAsync();
        await company.SaveAsync("Karin Berg", Edit("store", "asked", "200"));
        Assert.Equal(1, Assert.IsType<CellOutcome.Saved>((await company.SaveAsync("Olle Ek", Edit("store", "asked", "200"))).Cells[0]).Version);
    }

    [Fact]
    public async Task Of_many_who_save_one_cell_at_once_exactly_one_wins_and_every_other_is_told()
    {
        await using var company = await OpenAsync();
        var outcomes = await Task.WhenAll(Enumerable.Range(1, 8).Select(number => Task.Run(() => company.SaveAsync($"Person {number}", Edit("store", "asked", $"{number}")))));
        var winner = Assert.IsType<CellOutcome.Saved>(Assert.Single(outcomes, outcome => outcome.Cells[0] is CellOutcome.Saved).Cells[0]);
        Assert.All(outcomes.Select(outcome => outcome.Cells[0]).OfType<CellOutcome.Overtaken>(), told => Assert.Equal(winner.Value, told.Value));
    }

    [Fact]
    public async Task A_value_that_cannot_be_read_is_refused_by_itself()
    {
        await using var company = await OpenAsync();
        var outcome = await company.SaveAsync("Karin Berg", Edit("store", "asked", "many"), Edit("web", "asked", "100"), Edit("moon", "asked", "1"), Edit("web", "rate", "1"), Edit("web", "asked", "1", period: new DateOnly(2025, 10, 2)));
        Assert.Equal(
            ["entry.not-number", "", "entry.unknown-row", "entry.unknown-column", "entry.period"],
            outcome.Cells.Select(cell => (cell as CellOutcome.Refused)?.Issue.Code ?? ""));
    }

    [Fact]
    public async Task Broken_rules_are_told_while_entering_and_stop_submission()
    {
        await using var company = await OpenAsync();
        var row = (await company.SaveAsync("Karin Berg", Edit("store", "asked", "100"), Edit("store", "satisfied", "120"))).Rows.Single();
        Assert.Equal("More satisfied than asked.", Assert.Single(row.Messages).Issue.Message(Tongue.English));
        Assert.Equal("Fler nöjda än tillfrågade.", row.Messages[0].Issue.Message(Tongue.Swedish));
        var submitted = await company.Deciding.SubmitAsync(company.Action("Karin Berg"), default);
        Assert.Equal(["Store: More satisfied than asked.", "Web, asked: A value is needed here."], submitted.Issues.Select(issue => issue.Message(Tongue.English)));
    }

    [Fact]
    public async Task A_large_change_needs_a_note()
    {
        await using var company = await OpenAsync();
        await company.ApproveOctoberAsync();
        var november = new DateOnly(2025, 11, 1);
        var row = (await company.SaveAsync("Karin Berg", Edit("store", "asked", "200", period: november), Edit("store", "satisfied", "190", period: november))).Rows.Single();
        Assert.Equal("27 % more than 150. Say why in the note.", Assert.Single(row.Messages).Issue.Message(Tongue.English));
        row = (await company.SaveAsync("Karin Berg", Edit("store", "note", "A new shop", period: november))).Rows.Single();
        Assert.Empty(row.Messages);
    }

    [Fact]
    public async Task A_correction_says_why_and_the_value_s_history_shows_it()
    {
        await using var company = await OpenAsync();
        await company.ApproveOctoberAsync();
        company.Clock.Advance(TimeSpan.FromDays(1));
        var cell = await company.CellAsync("satisfaction", "2025-10", Store, "satisfied");
        await company.SaveAsync("Karin Berg", Edit("store", "satisfied", "120", cell.Version));
        Assert.Equal((120m, 150m, true), ((await company.CellAsync("satisfaction", "2025-10", Store, "satisfied")) is { } changed ? ((decimal)changed.Value!, (decimal)changed.Holding!, changed.IsPending) : default));
        Assert.Equal("entry.reason", Code(await company.Deciding.SubmitAsync(company.Action("Karin Berg"), default)));
        Sound(await company.Deciding.SubmitAsync(company.Action("Karin Berg", "Counted twice"), default));
        Assert.Equal(0.7, await company.ValueAsync("satisfaction_rate"));
        Sound(await company.Deciding.ApproveAsync(company.Action("Anna Lind"), default));
        Assert.Equal(0.6, await company.ValueAsync("satisfaction_rate"));
        var history = Sound(await company.Tracing.TraceAsync(new TraceQuery("satisfaction_rate"), Viewer.Everything, default));
        var load = Assert.Single(history.Changes[0].Loads);
        Assert.Equal(("Karin Berg", "Counted twice", 1L), (load.Person, load.Reason, load.Replaced));
    }

    [Fact]
    public async Task What_waits_for_approval_cannot_be_changed_until_it_is_taken_back()
    {
        await using var company = await OpenAsync();
        await company.SaveAsync("Karin Berg", Edit("store", "asked", "200"), Edit("store", "satisfied", "150"));
        Sound(await company.Deciding.SubmitAsync(company.Action("Karin Berg", owner: "Karin Berg"), default));
        Assert.Equal("entry.waits", Assert.IsType<CellOutcome.Refused>((await company.SaveAsync("Karin Berg", Edit("store", "asked", "201", 1))).Cells[0]).Issue.Code);
        Sound(await company.Deciding.ReturnAsync(company.Action("Karin Berg", owner: "Karin Berg"), default));
        Assert.IsType<CellOutcome.Saved>((await company.SaveAsync("Karin Berg", Edit("store", "asked", "201", 1))).Cells[0]);
    }

    [Fact]
    public async Task Only_an_approver_approves_and_never_what_they_submitted_themselves()
    {
        await using var company = await OpenAsync();
        await company.SaveAsync("Anna Lind", Edit("store", "asked", "200"), Edit("store", "satisfied", "150"));
        Sound(await company.Deciding.SubmitAsync(company.Action("Anna Lind", owner: "Karin Berg"), default));
        Assert.Equal("entry.not-approver", Code(await company.Deciding.ApproveAsync(company.Action("Olle Ek"), default)));
        Assert.Equal("entry.own-approval", Code(await company.Deciding.ApproveAsync(company.Action("Anna Lind"), default)));
        Assert.Equal("entry.not-approver", Code(await company.Deciding.ReturnAsync(company.Action("Olle Ek", "No"), default)));
    }

    [Fact]
    public async Task What_is_sent_back_says_why_and_is_submitted_anew()
    {
        await using var company = await OpenAsync();
        await company.SaveAsync("Karin Berg", Edit("store", "asked", "200"), Edit("store", "satisfied", "150"));
        Sound(await company.Deciding.SubmitAsync(company.Action("Karin Berg", owner: "Karin Berg"), default));
        Assert.Equal("entry.comment", Code(await company.Deciding.ReturnAsync(company.Action("Anna Lind"), default)));
        Sound(await company.Deciding.ReturnAsync(company.Action("Anna Lind", "Is this all?"), default));
        var row = Sound(await company.Reading.ReadAsync("satisfaction", "2025-10", isSubmission: false, default)).Periods[0].Rows[0];
        Assert.Equal((RowStatus.Returned, "Is this all?"), (row.Status, row.Course!.Comment));
        Sound(await company.Deciding.SubmitAsync(company.Action("Karin Berg", owner: "Karin Berg"), default));
        Sound(await company.Deciding.ApproveAsync(company.Action("Anna Lind"), default));
        Assert.Equal(0.75, await company.ValueAsync("satisfaction_rate"));
    }

    [Fact]
    public async Task A_row_that_is_emptied_leaves()
    {
        await using var company = await OpenAsync();
        var key = Edit("", "", "").Key.Clear().Add("team", "north");
        CellEdit Plan(string text, int version) => new(October, key, "head_count", text, Tongue.English, version);
        await company.SaveAsync("plan", "Karin Berg", Plan("12", 0));
        Sound(await company.Deciding.SubmitAsync(new("plan", October, Person("Karin Berg")), default));
        await company.SaveAsync("plan", "Karin Berg", Plan("", 1));
        Sound(await company.Deciding.SubmitAsync(new("plan", October, Person("Karin Berg")) { Comment = "No team there" }, default));
        Assert.Equal(0, (await company.Warehouse.StatesAsync(default))["plans"].Rows);
        Assert.Null((await company.CellAsync("plan", "2025-Q4", """["north"]""", "head_count")).Value);
    }
}
