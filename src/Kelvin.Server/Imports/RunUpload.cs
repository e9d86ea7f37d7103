using Kelvin.Imports.Running;
using Kelvin.Imports.Uploads;
using Kelvin.Web.Data;
using Kelvin.Web.Reading;
using Microsoft.AspNetCore.Mvc;

namespace Kelvin.Server.Imports;

/// <summary>The forms that load the files of an upload, stop that, and give the upload up.</summary>
internal static class RunUpload
{
    public static void Map(IEndpointRouteBuilder server)
    {
        var upload = server.MapGroup("/data/import/{id}").ExcludeFromDescription();
        upload.MapPost("/load", Load);
        upload.MapPost("/cancel", (string id, [FromForm] IFormCollection form, ImportQueue queue) =>
        {
            queue.Cancel(id);
            return Results.LocalRedirect(DataAddress.OfUpload(id));
        });
        upload.MapPost("/discard", (string id, [FromForm] IFormCollection form, ImportQueue queue, UploadStore uploads) =>
        {
            queue.Cancel(id);
            uploads.Discard(id);
            return Results.LocalRedirect(DataAddress.Import);
        });
    }

    private static IResult Load(string id, [FromForm] IFormCollection form, UploadStore uploads, ImportQueue queue, Reader reader)
    {
        // A pack that was offered and not ticked is not wanted.
        var wanted = form["pack"].ToHashSet();
        var upload = uploads.Change(id, now => now with { UnwantedPacks = [.. form["offered"].OfType<string>().Where(pack => !wanted.Contains(pack))] });
        if (upload is null)
            return Results.NotFound();
        var only = int.TryParse(form["file"], System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : (int?)null;
        queue.Load(upload, only, reader.Tongue);
        return Results.LocalRedirect(DataAddress.OfUpload(id));
    }
}
