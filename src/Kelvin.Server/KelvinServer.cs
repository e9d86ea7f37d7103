using Kelvin.Server.Composition;
using Kelvin.Server.Preferences;
using Microsoft.AspNetCore.Hosting.StaticWebAssets;

namespace Kelvin.Server;

/// <summary>
/// The web server: pages, API and health. Any program can start it; that program's project must use the SDK
/// <c>Microsoft.NET.Sdk.Web</c> with <c>RequiresAspNetWebAssets</c>, for the scripts and styles to come along.
/// </summary>
public static class KelvinServer
{
    /// <summary>A server ready to run.</summary>
    /// <param name="address">Where it listens.</param>
    /// <param name="addRooms">
    /// Adds what the host composes: <c>ICurrentCatalog</c>, <c>IWarehouse</c>, and <c>DefinitionText</c> for the lines that
    /// issues point at.
    /// </param>
    public static WebApplication Create(ServerAddress address, Action<IServiceCollection> addRooms)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            // A person starts the program in a folder of their own; ours is where the program lies.
            ContentRootPath = AppContext.BaseDirectory,
        });
        // Outside Development the assets of an unpublished build are found only when asked for.
        StaticWebAssetsLoader.UseStaticWebAssets(builder.Environment, builder.Configuration);
        // Reloading takes a bundle whose time has fractions of a second for a changed one, and serves it uncompressed.
        builder.Configuration["ReloadStaticAssetsAtRuntime"] = builder.Environment.IsDevelopment().ToString();
        builder.WebHost.UseUrls(address.Url);
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Warning);
        addRooms(builder.Services);
        builder.Services.AddQueries().AddCollection().AddEntries().AddImports().AddPages().AddApi();
        var server = builder.Build();
        server.UseOwnHeaders();
        server.UsePreferences();
        server.UseResponseCompression();
        server.UseFailures();
        server.RefuseOtherSites();
        // After failures, so that their pages are routed to anew.
        server.UseRouting();
        server.UseAntiforgery();
        server.MapKelvin();
        return server;
    }
}
