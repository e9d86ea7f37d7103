namespace Kelvin.Server.Composition;

/// <summary>What people and programs see when an address leads nowhere or something breaks.</summary>
internal static class Failures
{
    public static void UseFailures(this WebApplication server)
    {
        server.UseWhen(context => IsForPeople(context.Request), pages =>
        {
            pages.UseExceptionHandler("/error", createScopeForErrors: true);
            // A page is shown in place of one that was opened; a form that is refused, as without its token, is answered in a line.
            pages.UseWhen(context => HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method),
                opened => opened.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true));
            pages.UseWhen(context => !HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method),
                sent => sent.UseStatusCodePages());
        });
        server.UseWhen(context => !IsForPeople(context.Request), api =>
        {
            api.UseExceptionHandler();
            api.UseStatusCodePages();
        });
    }

    private static bool IsForPeople(HttpRequest request) => !request.Path.StartsWithSegments("/api", StringComparison.Ordinal);
}
