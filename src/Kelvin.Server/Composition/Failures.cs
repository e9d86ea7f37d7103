namespace Kelvin.Server.Composition;

/// <summary>What people and programs see when an address leads nowhere or something breaks.</summary>
internal static class Failures
{
    public static void UseFailures(this WebApplication server)
    {
        server.UseWhen(context => IsForPeople(context.Request), pages =>
        {
            pages.UseExceptionHandler("/error", createScopeForErrors: true);
            pages.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
        });
        server.UseWhen(context => !IsForPeople(context.Request), api =>
        {
            api.UseExceptionHandler();
            api.UseStatusCodePages();
        });
    }

    private static bool IsForPeople(HttpRequest request) => !request.Path.StartsWithSegments("/api", StringComparison.Ordinal);
}
