using System.Collections.Immutable;
using Kelvin.Catalog;
using Kelvin.Imports.Uploads;
using Kelvin.Queries.Warehouse;
using Kelvin.Web.Data;
using Microsoft.AspNetCore.Mvc;

namespace Kelvin.Server.Imports;

/// <summary>The forms in which a person says how a file is written, and where its rows and columns go. Each leads back to the file's page.</summary>
internal static class ChooseForFile
{
    private const int LongestWord = 100;

    public static void Map(IEndpointRouteBuilder server)
    {
        var file = server.MapGroup("/data/import/{id}/{number:int}").ExcludeFromDescription();
        file.MapPost("/answers", (string id, int number, [FromForm] IFormCollection form, UploadStore uploads) =>
            Change(uploads, id, number, "", choices => choices with { Format = Answered(choices.Format, form) }));
        file.MapPost("/target", (string id, int number, [FromForm] IFormCollection form, UploadStore uploads) =>
            Change(uploads, id, number, "#target", choices => Targeted(choices, form)));
        file.MapPost("/columns", (string id, int number, [FromForm] IFormCollection form, UploadStore uploads) =>
            Change(uploads, id, number, "#columns", choices => choices with { Columns = Columns(form) }));
        file.MapPost("/out", (string id, int number, [FromForm] IFormCollection form, UploadStore uploads) =>
            uploads.Change(id, upload => upload.Find(number) is { } one ? upload.With(one with { Choices = one.Choices with { IsLeftOut = !one.Choices.IsLeftOut } }) : upload) is null
                ? Results.NotFound() : Results.LocalRedirect(DataAddress.OfUpload(id)));
    }

    private static IResult Change(UploadStore uploads, string id, int number, string part, Func<FileChoices, FileChoices> change) =>
        uploads.Change(id, upload => upload.Find(number) is { } file ? upload.With(Changed(file, change)) : upload) is null
            ? Results.NotFound()
            : Results.LocalRedirect(DataAddress.OfFile(id, number) + part);

    /// <summary>What was refused as it was said before may be taken as it is said now.</summary>
    private static UploadedFile Changed(UploadedFile file, Func<FileChoices, FileChoices> change) =>
        file.Outcome is { End: FileEnd.Loaded } ? file : file with { Choices = change(file.Choices), Outcome = null };

    /// <summary>What is not in a form stays as it is; what is chosen to be found out is found out.</summary>
    private static FileFormat Answered(FileFormat format, IFormCollection form)
    {
        return format with
        {
            Entry = Said("entry", format.Entry),
            Sheet = Said("sheet", format.Sheet),
            Separator = Sign("separator", format.Separator),
            DecimalMark = Sign("decimal", format.DecimalMark),
            Encoding = Said("encoding", format.Encoding),
            HasHeader = Said("header", format.HasHeader switch { true => "yes", false => "no", _ => null }) switch { "yes" => true, "no" => false, _ => null },
            Dates = Said("dates", format.Dates),
            Timestamps = Said("timestamps", format.Timestamps),
        };

        string? Said(string name, string? now) => !form.TryGetValue(name, out var said) ? now
            : said.ToString().Trim() is { Length: > 0 and <= LongestWord } word && word != DataAddress.FindOut ? word : null;
        char? Sign(string name, char? now) => Said(name, now?.ToString()) switch { "tab" => '\t', { Length: 1 } sign => sign[0], _ => null };
    }

    private static FileChoices Targeted(FileChoices choices, IFormCollection form)
    {
        var chosen = form["dataset"].ToString();
        var isNew = chosen == DataAddress.NewDataset;
        var mode = Enum.TryParse<LoadMode>(form["mode"].ToString(), ignoreCase: true, out var said) && said != LoadMode.Remove ? said : (LoadMode?)null;
        var name = form["name"].ToString().Trim();
        return choices with
        {
            Dataset = isNew || chosen.Length == 0 ? null : chosen,
            New = isNew ? name.Length is > 0 and <= LongestWord ? name : choices.New ?? "" : null,
            Mode = mode,
            // Columns of one dataset say nothing about those of another.
            Columns = chosen == choices.Dataset || choices.Dataset is null && form["was"] == chosen ? choices.Columns : null,
        };
    }

    private static ImmutableSortedDictionary<string, string> Columns(IFormCollection form) => form
        .Where(field => field.Key.StartsWith(DataAddress.ColumnField, StringComparison.Ordinal) && field.Value.ToString().Length > 0)
        .ToImmutableSortedDictionary(field => field.Key[DataAddress.ColumnField.Length..], field => field.Value.ToString(), StringComparer.Ordinal);
}
