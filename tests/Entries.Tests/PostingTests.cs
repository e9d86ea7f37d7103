using Kelvin.Entries.Keeping;
using static Entries.Tests.Company;

namespace Entries.Tests;

public sealed class PostingTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Values_are_there_once_when_the_process_dies_between_state_and_warehouse(bool afterWriting)
    {
        await using var company = await OpenAsync(seen: warehouse => new DyingWarehouse(warehouse, afterWriting));
        await company.SaveAsync("Karin Berg", Edit("store", "asked", "200"), Edit("store", "satisfied", "150"), Edit("web", "asked", "100"), Edit("web", "satisfied", "60"));
        Sound(await company.Deciding.SubmitAsync(company.Action("Karin Berg"), default));
        await Assert.ThrowsAsync<InvalidOperationException>(() => company.Deciding.ApproveAsync(company.Action("Anna Lind"), default));
        Assert.Null((await company.PostingsAsync())[0].DoneAt);

        var next = company.Again();
        Assert.Equal(150m, (await next.CellAsync("satisfaction", "2025-10", """["store"]""", "satisfied")).Value);
        Assert.Empty(await next.Posting.RunAsync(default));
        Assert.Empty(await next.Posting.RunAsync(default));
        Assert.Equal(0.7, await next.ValueAsync("satisfaction_rate"));
        Assert.Single(await next.Warehouse.LoadsAsync("satisfaction", 10, default));
        Assert.NotNull((await next.PostingsAsync()).Single().DoneAt);
    }

    [Fact]
    public async Task A_warehouse_out_of_reach_is_told_and_tried_again_and_nothing_is_lost()
    {
        DyingWarehouse? broken = null;
        await using var company = await OpenAsync(seen: warehouse => broken = new DyingWarehouse(warehouse, afterWriting: false) { IsOutOfReach = true });
        await company.SaveAsync("Karin Berg", Edit("store", "asked", "200"), Edit("store", "satisfied", "150"));
        Sound(await company.Deciding.SubmitAsync(company.Action("Karin Berg", owner: "Karin Berg"), default));
        var approved = Sound(await company.Deciding.ApproveAsync(company.Action("Anna Lind"), default));
        Assert.Equal((RowStatus.Approved, "entry.warehouse"), (approved.Status, approved.Refusal?.Code));
        Assert.Equal(150m, (await company.CellAsync("satisfaction", "2025-10", """["store"]""", "satisfied")).Value);
        broken!.IsBroken = false;
        Assert.Empty(await company.Posting.RunAsync(default));
        Assert.Equal(0.75, await company.ValueAsync("satisfaction_rate"));
    }
}
