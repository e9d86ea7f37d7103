using System.Globalization;
using Kelvin.Collection.Pushing;
using Kelvin.Compiler.Frames;
using Kelvin.Queries.Warehouse;

namespace Collection.Tests.Pushing;

public sealed class GroupCommitTests
{
    [Fact]
    public async Task What_comes_while_a_commit_runs_is_the_next_commit()
    {
        await using var shop = await Shop.OpenAsync();
        var held = new HeldWarehouse(shop.Warehouse);
        await using var commits = new GroupCommit(held, PushLimits.Default);
        var first = commits.TryWrite(Batch(shop, "first"))!;
        // The queue's reader takes the first before the others come, or takes some with it: either way none waits for a third commit.
        var others = Enumerable.Range(0, 20).Select(number => commits.TryWrite(Batch(shop, Name(number)))!).ToList();
        held.LetThrough(2);
        await Task.WhenAll([first, .. others]);
        Assert.Equal(21, held.Groups.Sum());
        Assert.InRange(held.Groups.Count, 1, 2);
        Assert.Equal(21, await shop.CountAsync());
    }

    [Fact]
    public async Task Whoever_comes_when_too_many_rows_wait_is_turned_away_and_may_come_again()
    {
        await using var shop = await Shop.OpenAsync();
        var held = new HeldWarehouse(shop.Warehouse);
        await using var commits = new GroupCommit(held, PushLimits.Default with { RowsWaiting = 2 });
        var taken = new[] { commits.TryWrite(Batch(shop, "a"))!, commits.TryWrite(Batch(shop, "b"))! };
        Assert.Null(commits.TryWrite(Batch(shop, "c")));
        held.LetThrough(3);
        await Task.WhenAll(taken);
        // The count of waiting rows goes down just after the outcome is known.
        Task? again = null;
        while (again is null)
        {
            await Task.Yield();
            again = commits.TryWrite(Batch(shop, "c"));
        }
        held.LetThrough(1);
        await again;
        Assert.Equal(3, await shop.CountAsync());
    }

    [Fact]
    public async Task A_broken_write_is_told_to_everyone_in_it_and_the_next_is_tried()
    {
        await using var shop = await Shop.OpenAsync();
        var held = new HeldWarehouse(shop.Warehouse) { Fails = true };
        await using var commits = new GroupCommit(held, PushLimits.Default);
        held.LetThrough(1);
        await Assert.ThrowsAsync<WarehouseException>(() => commits.TryWrite(Batch(shop, "a"))!);
        held.Fails = false;
        held.LetThrough(1);
        Assert.True((await commits.TryWrite(Batch(shop, "a"))!).IsSound);
    }

    [Fact]
    public async Task What_is_in_line_is_finished_when_it_ends()
    {
        await using var shop = await Shop.OpenAsync();
        var commits = new GroupCommit(shop.Warehouse, PushLimits.Default);
        var writing = Enumerable.Range(0, 50).Select(number => commits.TryWrite(Batch(shop, Name(number)))!).ToList();
        await commits.DisposeAsync();
        Assert.All(writing, one => Assert.True(one.IsCompletedSuccessfully));
        Assert.Equal(50, await shop.CountAsync());
        await Assert.ThrowsAsync<ObjectDisposedException>(() => commits.TryWrite(Batch(shop, "late"))!);
    }

    private static string Name(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static RowBatch Batch(Shop shop, string order) => new(shop.Catalog.Datasets["orders"], new Frame(
    [
        new FrameColumn<string>("order_id", [order]),
        new FrameColumn<DateTime>("ordered_at", [new DateTime(2026, 3, 2, 8, 0, 0, DateTimeKind.Utc)]),
        new FrameColumn<decimal>("amount", [1m]),
    ]));
}
