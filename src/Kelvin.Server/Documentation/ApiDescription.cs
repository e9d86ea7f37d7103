using Microsoft.OpenApi;

namespace Kelvin.Server.Documentation;

/// <summary>The opening words of the API's description.</summary>
internal static class ApiDescription
{
    public static void Describe(OpenApiDocument document)
    {
        document.Info.Title = "Kelvin";
        document.Info.Version = "1";
        document.Info.Description =
            "Metrics that are defined once and answer the same everywhere. List them with GET /api/v1/metrics and ask for values with "
            + "POST /api/v1/query. What cannot be answered comes back as problem details (RFC 9457) with a list of issues: code, place, message and "
            + "hint, in the language of Accept-Language (sv or en).";
    }
}
