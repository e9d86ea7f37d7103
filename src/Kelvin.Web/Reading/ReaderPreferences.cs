using Kelvin.Language;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Kelvin.Web.Reading;

/// <summary>
/// Finds a reader's language and look in a request. For the language the address wins over the cookie, and the cookie
/// over what the browser asks for.
/// </summary>
public static class ReaderPreferences
{
    public const string LanguageKey = "lang";
    public const string ThemeKey = "theme";
    public const string PersonKey = "person";

    private static readonly CookieOptions OneYear = new()
    {
        Path = "/",
        MaxAge = TimeSpan.FromDays(365),
        SameSite = SameSiteMode.Lax,
    };

    /// <summary>The reader behind a request.</summary>
    public static Reader Of(HttpRequest request) =>
        new(TongueIn(request) ?? Asked(request) ?? Tongue.English, ThemeOf(request.Cookies[ThemeKey]) ?? Theme.System)
        {
            Person = request.Cookies[PersonKey] is { Length: > 0 } person ? person : null,
        };

    /// <summary>Keeps a language that the address names.</summary>
    public static void KeepLanguage(HttpContext context)
    {
        if (Known(context.Request.Query[LanguageKey]) is { } tongue)
            context.Response.Cookies.Append(LanguageKey, tongue.Code, OneYear);
    }

    /// <summary>Keeps a look that a form names; anything else is passed over.</summary>
    public static void KeepTheme(HttpResponse response, string? theme)
    {
        if (ThemeOf(theme) is { } known)
            response.Cookies.Append(ThemeKey, known.ToString().ToLowerInvariant(), OneYear);
    }

    /// <summary>Keeps who a reader says they are; nobody when it is empty.</summary>
    public static void KeepPerson(HttpResponse response, string? person)
    {
        if (string.IsNullOrWhiteSpace(person))
            response.Cookies.Delete(PersonKey);
        else
            response.Cookies.Append(PersonKey, person.Trim(), OneYear);
    }

    private static Tongue? TongueIn(HttpRequest request) =>
        Known(request.Query[LanguageKey]) ?? Known(request.Cookies[LanguageKey]);

    private static Tongue? Asked(HttpRequest request) =>
        request.GetTypedHeaders().AcceptLanguage
            .OrderByDescending(language => language.Quality ?? 1)
            .Select(language => Known(Primary(language)))
            .FirstOrDefault(tongue => tongue is not null);

    private static string Primary(Microsoft.Net.Http.Headers.StringWithQualityHeaderValue language) =>
        language.Value.Value?.Split('-')[0].ToLowerInvariant() ?? "";

    private static Tongue? Known(StringValues code) =>
        code.Count == 1 && code[0] is { } given ? Tongue.Find(given) : null;

    private static Theme? ThemeOf(string? text) =>
        Enum.TryParse<Theme>(text, ignoreCase: true, out var theme) && Enum.IsDefined(theme) ? theme : null;
}
