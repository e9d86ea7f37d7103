using Kelvin.Language;
using Kelvin.Server.Problems;

namespace Kelvin.Server.Composition;

/// <summary>Requests that a page of another site has a reader's browser send.</summary>
internal static class OtherSites
{
    /// <summary>
    /// Refuses those that would change something by the API, whose requests carry no token. Browsers say where a request comes from; programs do not.
    /// </summary>
    public static void RefuseOtherSites(this WebApplication server) => server.Use((context, next) =>
        IsForged(context.Request)
            ? IssueProblem.Of(context.Request, StatusCodes.Status403Forbidden, [Issue.At(null, "web.other-site")]).ExecuteAsync(context)
            : next(context));

    private static bool IsForged(HttpRequest request) =>
        request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
        && !HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method) && !HttpMethods.IsOptions(request.Method)
        && request.Headers["Sec-Fetch-Site"] is ["cross-site" or "same-site"];
}
