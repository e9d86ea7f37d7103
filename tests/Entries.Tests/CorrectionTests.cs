using System.Collections.Immutable;
using Kelvin.Compiler.Frames;
using Kelvin.Entries.Deciding;
using Kelvin.Entries.Saving;
using Kelvin.Language;
using Kelvin.Queries.Warehouse;
using static Entries.Tests.Company;

namespace Entries.Tests;

/// <summary>Numbers that are corrected while the ones before are refused or on their way.</summary>
public sealed class CorrectionTests
{
    private const string North = """["north"]""";

    [Fact]
    public async Task A_number_that_the_warehouse_refuses_holds_nothing_up_once_it_is_corrected()
    {
        await using var company = await OpenAsync();
        await company.SaveAsync("plan", "Karin Berg", PlanOf("north", "head_count", "500"), PlanOf("south", "head_count", "7"));
        Assert.NotNull(Sound(await company.Deciding.SubmitAsync(Plan(), default)).Refusal);
        await company.SaveAsync("plan", "Karin Berg", PlanOf("south", "head_count", "8", 1));
        Assert.NotNull(Sound(await company.Deciding.SubmitAsync(Plan("One of two"), default)).Refusal);
        Assert.Null((await company.PostingsAsync())[0].DoneAt);

        await company.SaveAsync("plan", "Karin Berg", PlanOf("north", "head_count", "50", 1));
        Assert.Null(Sound(await company.Deciding.SubmitAsync(Plan("A slip"), default)).Refusal);
        Assert.Equal(50m, (await company.CellAsync("plan", "2025-10", North, "head_count")).Holding);
        Assert.Equal(8m, (await company.CellAsync("plan", "2025-10", """["south"]""", "head_count")).Holding);
        Assert.All(await company.PostingsAsync(), posting => Assert.NotNull(posting.DoneAt));
        Assert.NotNull((await company.PostingsAsync())[0].Refusal);
    }

    [Fact]
    public async Task A_row_that_is_emptied_while_its_number_is_on_its_way_leaves_the_dataset()
    {
        DyingWarehouse? broken = null;
        await using var company = await OpenAsync(seen: warehouse => broken = new DyingWarehouse(warehouse, afterWriting: false) { IsOutOfReach = true });
        await company.SaveAsync("plan", "Karin Berg", PlanOf("north", "head_count", "5"));
        Sound(await company.Deciding.SubmitAsync(Plan(), default));
        await company.SaveAsync("plan", "Karin Berg", PlanOf("north", "head_count", "", 1));
        Sound(await company.Deciding.SubmitAsync(Plan("Not theirs"), default));
        broken!.IsBroken = false;
        Assert.Empty(await company.Posting.RunAsync(default));
        Assert.Null((await company.CellAsync("plan", "2025-10", North, "head_count")).Holding);

        // What has left already may leave again.
        await company.SaveAsync("plan", "Karin Berg", PlanOf("north", "note", "x"));
        await company.SaveAsync("plan", "Karin Berg", PlanOf("north", "note", "", 1));
        Assert.Null(Sound(await company.Deciding.SubmitAsync(Plan("Nothing"), default)).Refusal);
    }

    [Fact]
    public async Task A_number_that_arrives_between_reading_and_deciding_is_not_lost()
    {
        DyingWarehouse? broken = null;
        await using var company = await OpenAsync(seen: warehouse => broken = new DyingWarehouse(warehouse, afterWriting: false) { IsOutOfReach = true });
        await company.SaveAsync("plan", "Karin Berg", PlanOf("north", "head_count", "5"));
        Sound(await company.Deciding.SubmitAsync(Plan(), default));
        await company.SaveAsync("plan", "Karin Berg", PlanOf("north", "note", "Agreed"));
        broken!.IsBroken = false;
        broken.Meanwhile = async () => Assert.Empty(await company.Posting.RunAsync(default));
        Assert.Null(Sound(await company.Deciding.SubmitAsync(Plan("Said why"), default)).Refusal);
        Assert.Equal(5m, (await company.CellAsync("plan", "2025-10", North, "head_count")).Holding);
    }

    [Fact]
    public async Task Numbers_that_came_after_whoever_approves_has_looked_are_not_approved()
    {
        await using var company = await OpenAsync();
        await company.SaveAsync("Karin Berg", Edit("store", "asked", "200"), Edit("store", "satisfied", "150"), Edit("web", "asked", "100"), Edit("web", "satisfied", "60"));
        Sound(await company.Deciding.SubmitAsync(company.Action("Karin Berg"), default));
        var looked = company.Action("Anna Lind") with { Seen = 2 };
        Sound(await company.Deciding.ReturnAsync(company.Action("Karin Berg"), default));
        await company.SaveAsync("Karin Berg", Edit("store", "satisfied", "190", 1));
        Sound(await company.Deciding.SubmitAsync(company.Action("Karin Berg"), default));
        Assert.Equal("entry.changed-since", Code(await company.Deciding.ApproveAsync(looked, default)));
        Sound(await company.Deciding.ApproveAsync(looked with { Seen = 4 }, default));
    }

    [Fact]
    public async Task Rules_know_the_values_that_name_a_row_in_whatever_order_the_key_has_them()
    {
        await using var company = await OpenAsync();
        Assert.Empty((await company.SaveAsync("shelves", "Karin Berg", Shelf(10, "100"))).Rows[0].Messages);
    }

    [Fact]
    public async Task Change_of_a_loss_goes_the_way_the_number_goes()
    {
        await using var company = await OpenAsync();
        await company.SaveAsync("shelves", "Karin Berg", Shelf(9, "-100"));
        var (better, worse) = (await company.SaveAsync("shelves", "Karin Berg", Shelf(10, "-50")), await company.SaveAsync("shelves", "Karin Berg", Shelf(10, "-200", 1)));
        Assert.Equal(("entry.risen", "entry.fallen"), (better.Rows[0].Messages[0].Issue.Code, worse.Rows[0].Messages[0].Issue.Code));
    }

    [Fact]
    public async Task Rows_that_are_too_many_to_read_are_told_and_those_of_a_year_ago_take_no_place()
    {
        await using var company = await OpenAsync();
        await company.SaveAsync("shelves", "Karin Berg", Shelf(11, "100"));
        Sound(await company.Deciding.SubmitAsync(new SheetAction("shelves", new DateOnly(2025, 11, 1), Person("Karin Berg")), default));
        const int many = 100_001;
        var day = new DateOnly(2024, 12, 1);
        var frame = new Frame(
            [
                new FrameColumn<DateOnly>("day", [.. Enumerable.Repeat(day, many)], null),
                new FrameColumn<string>("item", [.. Enumerable.Range(0, many).Select(item => "item " + item)], null),
                new FrameColumn<string>("place", [.. Enumerable.Repeat("attic", many)], null),
                new FrameColumn<decimal>("gain", [.. Enumerable.Repeat(1m, many)], null),
                new FrameColumn<string>("note", [.. Enumerable.Repeat("-", many)], null),
            ], many);
        Sound((await company.Warehouse.WriteAsync([new RowBatch(company.Catalog.Datasets["shelves"], frame) { Mode = LoadMode.Append, Key = "many", AllOrNothing = true }], default))[0]);
        Assert.Equal(100m, (await company.CellAsync("shelves", "2025-11", "[\"attic\",\"box\"]", "gain")).Holding);
        Assert.Equal("entry.too-many-rows", Code(await company.Reading.ReadAsync("shelves", "2024-12", isSubmission: false, default)));
        Assert.Equal("entry.too-many-rows", Code(await company.Deciding.SubmitAsync(new SheetAction("shelves", day, Person("Karin Berg")), default)));
    }

    [Fact]
    public async Task Nobody_looks_further_ahead_than_days_go()
    {
        await using var company = await OpenAsync();
        Assert.NotEmpty((await company.Owing.ListAsync(null, int.MaxValue, default)).Sheets);
    }

    private static CellEdit Shelf(int month, string text, int version = 0) => new(
        new DateOnly(2025, month, 1), ImmutableSortedDictionary<string, string>.Empty.Add("place", "attic").Add("item", "box"), "gain", text, Tongue.English, version);

    private static SheetAction Plan(string? comment = null) => new("plan", October, Person("Karin Berg")) { Comment = comment };
}
