using Kelvin.Imports.Uploads;
using Kelvin.Language;
using Kelvin.Server.Problems;
using Kelvin.Web.Data;

namespace Kelvin.Server.Imports;

/// <summary>Begins an upload: where its files are to be sent, and the page on which it goes on.</summary>
internal static class BeginUpload
{
    public static void Map(IEndpointRouteBuilder server) => server.MapPost("/data/uploads", Begin).RequireToken().ExcludeFromDescription();

    private static IResult Begin(UploadStore uploads, HttpRequest request) => uploads.Begin() is { } upload
        ? Results.Ok(new { files = DataAddress.Files(upload.Id), page = DataAddress.OfUpload(upload.Id), discard = DataAddress.Discard(upload.Id) })
        : IssueProblem.Of(request, StatusCodes.Status429TooManyRequests, [Issue.At(null, "import.uploads-too-many")]);
}
