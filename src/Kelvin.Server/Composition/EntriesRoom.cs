using Kelvin.Entries.Deciding;
using Kelvin.Entries.Grids;
using Kelvin.Entries.Owing;
using Kelvin.Entries.Posting;
using Kelvin.Entries.Saving;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Kelvin.Server.Composition;

/// <summary>The handlers by which people enter numbers.</summary>
internal static class EntriesRoom
{
    public static IServiceCollection AddEntries(this IServiceCollection services)
    {
        services.TryAddSingleton<ReadGrid>();
        services.TryAddSingleton<SaveCells>();
        services.TryAddSingleton<PostEntries>();
        services.TryAddSingleton<DecideSheet>();
        services.TryAddSingleton<TellCell>();
        services.TryAddSingleton<ListOwed>();
        return services;
    }
}
