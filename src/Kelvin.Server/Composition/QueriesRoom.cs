using Kelvin.Queries.Asking;
using Kelvin.Queries.Drilling;
using Kelvin.Queries.Tracing;
using Kelvin.Web.Reading;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Kelvin.Server.Composition;

/// <summary>The handlers that answer questions; the host has added the catalog and the warehouse that they ask.</summary>
internal static class QueriesRoom
{
    public static IServiceCollection AddQueries(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<AnswerCache>();
        services.TryAddSingleton<AskMetric>();
        services.TryAddSingleton<DrillThrough>();
        services.TryAddSingleton<TraceValue>();
        services.TryAddSingleton<DefinitionText>((string _) => null);
        return services;
    }
}
