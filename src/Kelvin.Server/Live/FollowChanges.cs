using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Kelvin.Catalog;
using Kelvin.Changes;
using Kelvin.Queries.Warehouse;

namespace Kelvin.Server.Live;

/// <summary>
/// <c>GET /live</c>: the versions of datasets and how far they can be relied on, first all of them, then those that move on, as long
/// as a page is open.
/// </summary>
internal static class FollowChanges
{
    /// <summary>Soon enough to feel at once, and seldom enough for pages to keep up.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>How often the clock is looked at: nothing tells that rows have not come.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromMinutes(1);

    public static void Map(IEndpointRouteBuilder server) => server.MapGet("/live", Follow).ExcludeFromDescription();

    private static IResult Follow(
        ChangeFeed feed, IWarehouse warehouse, ICurrentCatalog catalogs, TimeProvider clock, IHostApplicationLifetime lifetime, HttpResponse response, CancellationToken gone)
    {
        response.Headers.CacheControl = "no-store";
        return TypedResults.ServerSentEvents(EventsAsync(feed, new ToldVersions(warehouse, catalogs, clock), clock, lifetime.ApplicationStopping, gone));
    }

    private static async IAsyncEnumerable<SseItem<SortedDictionary<string, string>>> EventsAsync(
        ChangeFeed feed, ToldVersions told, TimeProvider clock, CancellationToken stopping, [EnumeratorCancellation] CancellationToken gone)
    {
        // A server that stops does not wait for pages to be closed.
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(stopping, gone);
        using var subscription = feed.Subscribe(Pause);
        yield return Item(await told.MovedOnAsync(ending.Token));
        await using var changes = subscription.ReadAllAsync(ending.Token).GetAsyncEnumerator(ending.Token);
        var next = IsNextAsync(changes);
        while (true)
        {
            var isChange = await HasChangedAsync(next, clock, ending.Token);
            if (next.IsCompleted && !await next)
                yield break;
            if (await told.MovedOnAsync(ending.Token) is var moved && (isChange || moved.Count > 0))
                yield return Item(moved);
            if (isChange)
                next = IsNextAsync(changes);
        }
    }

    private static SseItem<SortedDictionary<string, string>> Item(SortedDictionary<string, string> moved) => new(moved, "versions");

    /// <summary>Waits for a change, though not for long.</summary>
    private static async Task<bool> HasChangedAsync(Task<bool> next, TimeProvider clock, CancellationToken cancellationToken)
    {
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny(next, Task.Delay(Look, clock, waiting.Token));
        await waiting.CancelAsync();
        return next.IsCompleted || cancellationToken.IsCancellationRequested && !await next;
    }

    private static async Task<bool> IsNextAsync<T>(IAsyncEnumerator<T> changes)
    {
        try
        {
            return await changes.MoveNextAsync();
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
