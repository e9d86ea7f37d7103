using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Kelvin.Changes;
using Kelvin.Queries.Warehouse;

namespace Kelvin.Server.Live;

/// <summary><c>GET /live</c>: the versions of datasets, first all of them, then those that move on, as long as a page is open.</summary>
internal static class FollowChanges
{
    /// <summary>Soon enough to feel at once, and seldom enough for pages to keep up.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    public static void Map(IEndpointRouteBuilder server) => server.MapGet("/live", Follow).ExcludeFromDescription();

    private static IResult Follow(ChangeFeed feed, IWarehouse warehouse, IHostApplicationLifetime lifetime, HttpResponse response, CancellationToken gone)
    {
        response.Headers.CacheControl = "no-store";
        return TypedResults.ServerSentEvents(EventsAsync(feed, warehouse, lifetime.ApplicationStopping, gone));
    }

    private static async IAsyncEnumerable<SseItem<SortedDictionary<string, long>>> EventsAsync(
        ChangeFeed feed, IWarehouse warehouse, CancellationToken stopping, [EnumeratorCancellation] CancellationToken gone)
    {
        // A server that stops does not wait for pages to be closed.
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(stopping, gone);
        using var subscription = feed.Subscribe(Pause);
        var told = new SortedDictionary<string, long>(StringComparer.Ordinal);
        yield return await MovedOnAsync(warehouse, told, ending.Token);
        await using var changes = subscription.ReadAllAsync(ending.Token).GetAsyncEnumerator(ending.Token);
        while (await IsNextAsync(changes))
            yield return await MovedOnAsync(warehouse, told, ending.Token);
    }

    /// <summary>The versions that differ from what was told last. A dataset that is a query moves on with those it reads.</summary>
    private static async Task<SseItem<SortedDictionary<string, long>>> MovedOnAsync(
        IWarehouse warehouse, SortedDictionary<string, long> told, CancellationToken cancellationToken)
    {
        var moved = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var (dataset, state) in await warehouse.StatesAsync(cancellationToken))
            if (!told.TryGetValue(dataset, out var version) || version != state.DataVersion)
                told[dataset] = moved[dataset] = state.DataVersion;
        return new SseItem<SortedDictionary<string, long>>(moved, "versions");
    }

    private static async ValueTask<bool> IsNextAsync<T>(IAsyncEnumerator<T> changes)
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
