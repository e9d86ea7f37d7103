using Microsoft.AspNetCore.Antiforgery;

namespace Kelvin.Server.Imports;

/// <summary>The token against forged requests, for requests of our scripts, which carry it in a header.</summary>
internal static class FormToken
{
    /// <summary>Refuses requests without it.</summary>
    public static RouteHandlerBuilder RequireToken(this RouteHandlerBuilder endpoint) => endpoint.AddEndpointFilter(async (context, next) =>
        await context.HttpContext.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(context.HttpContext)
            ? await next(context)
            : Results.BadRequest());
}
