using Kelvin.Web.Reading;
using Microsoft.AspNetCore.Mvc;

namespace Kelvin.Server.Preferences;

/// <summary>Keeps what a reader chooses, in cookies.</summary>
internal static class PreferenceEndpoints
{
    public static void UsePreferences(this WebApplication server) => server.Use((context, next) =>
    {
        ReaderPreferences.KeepLanguage(context);
        return next(context);
    });

    // Without a token against forged forms: the worst that one could do is change the colours.
    public static void MapPreferences(this WebApplication server) =>
        server.MapPost("/preferences/theme", KeepTheme).DisableAntiforgery().ExcludeFromDescription();

    private static IResult KeepTheme(HttpResponse response, [FromForm] string? theme, [FromForm(Name = "return")] string? back)
    {
        ReaderPreferences.KeepTheme(response, theme);
        return Results.LocalRedirect(IsOwn(back) ? back! : "/");
    }

    /// <summary>Whether an address leads to a page of this server, so that nobody is sent elsewhere.</summary>
    internal static bool IsOwn(string? address) =>
        address is ['/', ..] && !address.StartsWith("//", StringComparison.Ordinal) && !address.StartsWith("/\\", StringComparison.Ordinal);
}
