using Kelvin.Collection.Pushing;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Kelvin.Server.Composition;

/// <summary>The handlers by which data come in.</summary>
internal static class CollectionRoom
{
    public static IServiceCollection AddCollection(this IServiceCollection services)
    {
        services.TryAddSingleton(PushLimits.Default);
        services.TryAddSingleton<GroupCommit>();
        services.TryAddSingleton<PushRows>();
        return services;
    }
}
