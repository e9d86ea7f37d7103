using Kelvin.Web.Data.Connections;
using Kelvin.Web.Data.List;
using Kelvin.Web.Metrics.List;
using Kelvin.Web.Reading;

namespace Kelvin.Server.Composition;

/// <summary>What the pages of Kelvin.Web need.</summary>
internal static class PagesRoom
{
    public static IServiceCollection AddPages(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddRazorComponents();
        services.AddAntiforgery();
        services.AddResponseCompression();
        services.AddScoped(provider => ReaderPreferences.Of(provider.GetRequiredService<IHttpContextAccessor>().HttpContext!.Request));
        services.AddScoped<MetricOverview>();
        services.AddScoped<DatasetOverview>();
        services.AddScoped<ConnectionOverview>();
        services.AddHostedService<FirstAnswers>();
        services.Configure<HostOptions>(options => options.BackgroundServiceExceptionBehavior = BackgroundServiceExceptionBehavior.Ignore);
        return services;
    }
}
