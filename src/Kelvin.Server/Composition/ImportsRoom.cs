using Kelvin.Imports;
using Kelvin.Imports.Looking;
using Kelvin.Imports.Matching;
using Kelvin.Imports.Mending;
using Kelvin.Imports.Planning;
using Kelvin.Imports.Running;
using Kelvin.Imports.Uploads;
using Kelvin.Server.Imports;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Kelvin.Server.Composition;

/// <summary>The handlers by which people import files. A host whose definitions are in a folder says where: <see cref="ImportWorkspace"/> and the live catalog.</summary>
internal static class ImportsRoom
{
    public static IServiceCollection AddImports(this IServiceCollection services)
    {
        services.TryAddSingleton(UploadLimits.Default);
        services.TryAddSingleton(provider => new UploadStore(
            provider.GetRequiredService<ImportWorkspace>().Staging, provider.GetRequiredService<UploadLimits>(), provider.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton(provider => provider.GetRequiredService<ImportWorkspace>().Definitions);
        services.TryAddSingleton<ReceiveFile>();
        services.TryAddSingleton<ReadKnownValues>();
        services.TryAddSingleton<LookAtFile>();
        services.TryAddSingleton<PlanFiles>();
        services.TryAddSingleton<LoadFile>();
        services.TryAddSingleton<LoadUpload>();
        services.TryAddSingleton<MendRejected>();
        services.TryAddSingleton<ImportQueue>();
        return services.Any(service => service.ServiceType == typeof(ImportWorkspace)) ? services.AddHostedService<RunImports>() : services;
    }
}
