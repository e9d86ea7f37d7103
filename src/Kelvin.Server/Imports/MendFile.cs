using System.Collections.Immutable;
using System.Globalization;
using Kelvin.Imports.Mending;
using Kelvin.Imports.Running;
using Kelvin.Imports.Uploads;
using Kelvin.Server.Exports;
using Kelvin.Web.Data;
using Kelvin.Web.Reading;
using Microsoft.AspNetCore.Mvc;

namespace Kelvin.Server.Imports;

/// <summary>Rejected rows: as a file to take away, and as a form in which they are mended and loaded again.</summary>
internal static class MendFile
{
    private const int MostFields = 500_000;

    public static void Map(IEndpointRouteBuilder server)
    {
        var file = server.MapGroup("/data/import/{id}/{number:int}").ExcludeFromDescription();
        file.MapGet("/rejected.csv", Download);
        file.MapPost("/mend", Mend).WithFormOptions(valueCountLimit: MostFields);
    }

    private static IResult Download(string id, int number, UploadStore uploads, MendRejected mending) =>
        uploads.Find(id) is { } upload && upload.Find(number) is { } file && mending.PathOf(upload, file) is { } path
            ? Results.File(path, CsvText.ContentType, Path.GetFileNameWithoutExtension(file.Name) + "-rejected.csv")
            : Results.NotFound();

    private static IResult Mend(string id, int number, [FromForm] IFormCollection form, MendRejected mending, ImportQueue queue, Reader reader)
    {
        if (mending.Mend(id, number, Rows(form)) is not { } mended)
            return Results.NotFound();
        queue.Load(mended.Upload, mended.Number, reader.Tongue);
        return Results.LocalRedirect(DataAddress.OfUpload(id));
    }

    /// <summary>The cells of each row, in their order, under the row's place.</summary>
    private static Dictionary<int, ImmutableArray<string>> Rows(IFormCollection form) => form
        .Where(field => field.Key.StartsWith(DataAddress.RowField, StringComparison.Ordinal))
        .Select(field => (Row: int.TryParse(field.Key[DataAddress.RowField.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var row) ? row : -1, field.Value))
        .Where(field => field.Row >= 0)
        .ToDictionary(field => field.Row, field => field.Value.Select(cell => cell ?? "").ToImmutableArray());
}
