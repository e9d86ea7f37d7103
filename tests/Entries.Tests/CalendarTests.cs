using System.Collections.Immutable;
using CsCheck;
using Kelvin.Calendars;
using Kelvin.Calendars.WorkDays;
using Kelvin.Catalog;
using Kelvin.Catalog.Forms;
using Kelvin.Entries.Grids;
using Kelvin.Entries.Keeping;
using Kelvin.Entries.Owing;
using Kelvin.Language;
using static Entries.Tests.Company;

namespace Entries.Tests;

public sealed class CalendarTests
{
    private static readonly Calendar Calendar = MetricCatalog.Empty.CalendarIn();

    [Fact]
    public void Third_working_day_after_a_month_passes_over_weekends_and_holidays()
    {
        var due = new DueRule(new(3, true), IsBefore: false);
        Assert.Equal(new DateOnly(2025, 11, 5), due.DueOn(Calendar.Month(2025, 10), WorkingDays.Swedish));
        // New Year's Day, Epiphany and a weekend lie between.
        Assert.Equal(new DateOnly(2026, 1, 7), due.DueOn(Calendar.Month(2025, 12), WorkingDays.Swedish));
    }

    [Fact]
    public void A_plan_is_due_before_its_period_begins() =>
        Assert.Equal(new DateOnly(2025, 12, 19), new DueRule(new(5, true), IsBefore: true).DueOn(Calendar.Month(2026, 1), WorkingDays.Swedish));

    [Fact]
    public void A_company_that_never_works_is_not_waited_for() =>
        Assert.True(new DayDistance(3, true).After(new DateOnly(2025, 1, 1), new WorkingDays([], new HolidayRules.Swedish())) > new DateOnly(2025, 1, 1));

    [Fact]
    public async Task What_is_owed_is_overdue_after_its_day_and_reminded_of_before_it()
    {
        await using var company = await OpenAsync();
        var own = (await company.Owing.ListAsync(Person("karin berg"), 40, default)).Sheets;
        Assert.Equal([(new DateOnly(2025, 10, 1), false, true, new DateOnly(2025, 11, 5)), (new DateOnly(2025, 11, 1), false, false, new DateOnly(2025, 12, 3))],
            own.Select(sheet => (sheet.Period.FirstDay, sheet.IsOverdue, sheet.IsReminded, sheet.DueOn!.Value)));
        company.Clock.Advance(TimeSpan.FromDays(2));
        var late = (await company.Owing.ListAsync(Person("Karin Berg"), 40, default)).Overdue.Single();
        Assert.Equal((2, SheetStatus.NotBegun), (late.DaysLate, late.Status));
    }

    [Fact]
    public async Task What_waits_is_listed_for_whoever_approves_and_gone_once_approved()
    {
        await using var company = await OpenAsync();
        await company.SaveAsync("Karin Berg", Edit("store", "asked", "200"), Edit("store", "satisfied", "150"));
        Sound(await company.Deciding.SubmitAsync(company.Action("Karin Berg", owner: "Karin Berg"), default));
        Assert.Equal("Karin Berg", Assert.Single((await company.Owing.ListAsync(Person("Anna Lind"), 0, default)).Waiting).Owner);
        Sound(await company.Deciding.ApproveAsync(company.Action("Anna Lind"), default));
        Assert.Empty((await company.Owing.ListAsync(Person("Anna Lind"), 0, default)).Sheets);
        Assert.Equal(SheetStatus.Approved, (await company.Owing.ListAsync(Person("Karin Berg"), 0, default)).Sheets.Single().Status);
    }

    [Fact]
    public void Every_period_is_owed_once_and_due_in_their_order() =>
        Gen.Select(Gen.Int[0, 400], Gen.Int[0, 40], Gen.Bool, Gen.Bool, AnyOf.These(Grain.Day, Grain.Week, Grain.Month, Grain.Quarter), Gen.Int[0, 60])
            .Sample((days, distance, works, isBefore, grain, ahead) =>
            {
                var (since, today) = (new DateOnly(2025, 1, 1), new DateOnly(2025, 1, 1).AddDays(days));
                var form = Form(grain, new DueRule(new(distance, works), isBefore), since);
                var owed = CollectionCalendar.Of(form, Rows, NoStatus, Calendar, today, today.AddDays(ahead));
                Assert.Equal(owed.Length, owed.Select(sheet => (sheet.Period.FirstDay, sheet.Owner)).Distinct().Count());
                Assert.Equal(owed.Select(sheet => sheet.DueOn).Order(), owed.Select(sheet => sheet.DueOn));
                Assert.All(owed, sheet => Assert.True(sheet.DueOn <= today.AddDays(ahead) && sheet.RemindFrom <= sheet.DueOn && sheet.IsOverdue == (sheet.DueOn < today)));
            }, iter: 500);

    [Fact]
    public void Looking_further_ahead_never_loses_what_was_owed() =>
        Gen.Select(Gen.Int[0, 300], Gen.Int[0, 100], Gen.Bool).Sample((days, ahead, isBefore) =>
        {
            var today = new DateOnly(2025, 1, 1).AddDays(days);
            var form = Form(Grain.Month, new DueRule(new(3, true), isBefore), new DateOnly(2025, 1, 1));
            var near = CollectionCalendar.Of(form, Rows, NoStatus, Calendar, today, today);
            var far = CollectionCalendar.Of(form, Rows, NoStatus, Calendar, today, today.AddDays(ahead));
            Assert.Equal(near.Select(sheet => sheet.Period), far.Take(near.Length).Select(sheet => sheet.Period));
        }, iter: 300);

    [Fact]
    public void A_row_added_later_does_not_hold_back_what_was_submitted()
    {
        Assert.Equal(SheetStatus.Approved, SheetStatuses.Of([RowStatus.Approved, null]));
        Assert.Equal(SheetStatus.Draft, SheetStatuses.Of([RowStatus.Approved, RowStatus.Draft]));
        Assert.Equal(SheetStatus.NotBegun, SheetStatuses.Of([null, null]));
    }

    [Fact]
    public void The_feed_is_folded_and_escaped_as_calendars_expect()
    {
        var owed = CollectionCalendar.Of(Form(Grain.Month, new DueRule(new(3, true), false), new DateOnly(2025, 1, 1)), Rows, NoStatus, Calendar, new DateOnly(2025, 2, 1), new DateOnly(2025, 2, 28));
        var text = CalendarFeed.Write("Owed; by all", owed, sheet => $"Försäljning, {new string('å', 60)}", _ => "http://localhost/entry", new DateTimeOffset(2025, 2, 1, 12, 0, 0, TimeSpan.Zero));
        var lines = text.Split("\r\n");
        Assert.All(lines, line => Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(line), 0, 75));
        Assert.Contains("X-WR-CALNAME:Owed\\; by all", lines);
        Assert.Contains("DTSTART;VALUE=DATE:20250205", lines);
        Assert.Contains($"SUMMARY:Försäljning\\, {new string('å', 60)}", text.Replace("\r\n ", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    private static readonly ImmutableArray<FormRow> Rows = [new("[]", ImmutableSortedDictionary<string, string>.Empty, [], "Karin Berg")];

    private static readonly Dictionary<(DateOnly, string), RowStatus> NoStatus = [];

    private static Form Form(Grain grain, DueRule due, DateOnly since) =>
        new("form", LocalText.Same("Form"), "form", grain) { Time = "period", Due = due, Since = since };
}
