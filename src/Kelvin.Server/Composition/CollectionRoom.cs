using Kelvin.Changes;
using Kelvin.Collection.Pushing;
using Kelvin.Collection.Series;
using Kelvin.Collection.Sources;
using Kelvin.Collection.Sources.Runs;
using Kelvin.Collection.Sources.Scheduling;
using Kelvin.Server.Series;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Kelvin.Server.Composition;

/// <summary>The handlers by which data come in, and the feed that tells of it: the host may have put one of its own before the warehouse.</summary>
internal static class CollectionRoom
{
    public static IServiceCollection AddCollection(this IServiceCollection services)
    {
        services.TryAddSingleton<ChangeFeed>();
        services.TryAddSingleton(PushLimits.Default);
        services.TryAddSingleton<GroupCommit>();
        services.TryAddSingleton<PushRows>();
        services.TryAddSingleton<TakeSamples>();
        services.TryAddSingleton<SamplesInLine>();
        services.TryAddSingleton<SyncHistory>();
        services.TryAddSingleton<OpenConnections>();
        services.TryAddSingleton<SyncDataset>();
        services.TryAddSingleton<SyncTimes>();
        services.TryAddSingleton<ScheduledSyncs>();
        return services;
    }
}
