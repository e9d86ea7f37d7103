namespace Kelvin.Server.Composition;

/// <summary>Headers that every response carries.</summary>
internal static class Headers
{
    /// <summary>Nothing from elsewhere, nothing inline: texts that people enter can never become script or style.</summary>
    private const string ContentPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; "
        + "connect-src 'self'; form-action 'self'; base-uri 'self'; frame-ancestors 'none'";

    public static void UseOwnHeaders(this WebApplication server) => server.Use((context, next) =>
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = ContentPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        return next(context);
    });
}
