using Kelvin.State;
using Kelvin.State.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Product.Tests.Site;

/// <summary>The application's own state of a site, in a file of its own.</summary>
internal static class SiteState
{
    /// <summary>Adds it to the rooms of a server.</summary>
    public static IServiceCollection AddSiteState(this IServiceCollection services, string folder)
    {
        foreach (var mapping in MigrationContext.Mappings)
            services.AddSingleton(mapping);
        return services.AddSqliteState(Path.Combine(folder, "state.db"));
    }

    /// <summary>Brings it in order.</summary>
    public static Task PrepareAsync(WebApplication server) =>
        SqliteState.PrepareAsync(server.Services.GetRequiredService<IDbContextFactory<KelvinState>>(), CancellationToken.None);
}
