using System.Collections.Immutable;
using Kelvin.Changes;
using Microsoft.Extensions.Time.Testing;

namespace Collection.Tests.Changes;

public sealed class ChangeFeedTests
{
    private static readonly DateTime Monday = new(2026, 3, 2, 0, 0, 0, DateTimeKind.Utc);
    private readonly FakeTimeProvider _clock = new();

    [Fact]
    public async Task The_first_change_after_a_silence_comes_at_once_and_the_next_ones_together_after_the_pause()
    {
        var feed = new ChangeFeed(_clock);
        using var subscription = feed.Subscribe(TimeSpan.FromMilliseconds(100));
        await using var changes = subscription.ReadAllAsync(CancellationToken.None).GetAsyncEnumerator();
        feed.Publish(new DatasetChange("orders", 1, Monday, Monday));
        Assert.True(await changes.MoveNextAsync());
        Assert.Equal(1, Assert.Single(changes.Current).Value.DataVersion);

        var next = changes.MoveNextAsync().AsTask();
        feed.Publish(new DatasetChange("orders", 2, Monday.AddDays(1), Monday.AddDays(1)));
        feed.Publish(new DatasetChange("orders", 3, Monday.AddDays(-1), Monday));
        feed.Publish(new DatasetChange("visits", 7, null, null));
        Assert.False(next.IsCompleted);
        _clock.Advance(TimeSpan.FromMilliseconds(100));
        Assert.True(await next);
        Assert.Equal(
            [new DatasetChange("orders", 3, Monday.AddDays(-1), Monday.AddDays(1)), new DatasetChange("visits", 7, null, null)],
            changes.Current.Values);
    }

    [Fact]
    public async Task A_subscription_ends_when_it_is_disposed_and_hears_nothing_from_before_it()
    {
        var feed = new ChangeFeed(_clock);
        feed.Publish(new DatasetChange("orders", 1, null, null));
        var subscription = feed.Subscribe(TimeSpan.Zero);
        var heard = ToListAsync(subscription);
        subscription.Dispose();
        Assert.Empty(await heard);
    }

    [Fact]
    public void A_change_of_any_moment_stays_one_of_any_moment() =>
        Assert.Equal(
            new DatasetChange("orders", 2, null, null),
            new DatasetChange("orders", 1, null, null).And(new DatasetChange("orders", 2, Monday, Monday)));

    private static async Task<List<ImmutableSortedDictionary<string, DatasetChange>>> ToListAsync(ChangeSubscription subscription)
    {
        var all = new List<ImmutableSortedDictionary<string, DatasetChange>>();
        await foreach (var changes in subscription.ReadAllAsync(CancellationToken.None))
            all.Add(changes);
        return all;
    }
}
