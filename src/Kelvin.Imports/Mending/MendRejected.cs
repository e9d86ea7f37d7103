using System.Collections.Immutable;
using Kelvin.Catalog;
using Kelvin.Imports.Uploads;
using Kelvin.Loading.Rejecting;
using Kelvin.Queries.Warehouse;

namespace Kelvin.Imports.Mending;

/// <summary>Rejected rows of a file, to be mended in a grid and loaded again with the choices of that file.</summary>
public sealed class MendRejected(UploadStore uploads)
{
    /// <summary>How many rows are mended at a time.</summary>
    public const int Shown = 100;

    /// <summary>The rows that a file left, those shown; null where it left none.</summary>
    public RejectedRows? Read(Upload upload, UploadedFile file) =>
        PathOf(upload, file) is { } path ? RejectedRows.Read(path, Shown) : null;

    /// <summary>The path of all rows that a file left; null where it left none.</summary>
    public string? PathOf(Upload upload, UploadedFile file) =>
        file.Outcome?.RejectedFile is { } content && uploads.PathOf(upload.Id, content) is var path && File.Exists(path) ? path : null;

    /// <summary>Makes the mended rows, and those that were left as they are, a file of the upload.</summary>
    /// <returns>The upload and the number of the file; null where there is nothing to mend.</returns>
    public (Upload Upload, int Number)? Mend(string id, int number, IReadOnlyDictionary<int, ImmutableArray<string>> rows)
    {
        if (uploads.Find(id) is not { } upload || upload.Find(number) is not { } file || PathOf(upload, file) is not { } path)
            return null;
        var content = Guid.NewGuid().ToString("N");
        RejectedRows.Mend(path, uploads.PathOf(id, content), rows);
        var next = 0;
        var changed = uploads.Change(id, now =>
        {
            next = now.Files.Length + 1;
            var mended = now.With(file with { Outcome = file.Outcome! with { RejectedFile = null } });
            return mended with { Files = [.. mended.Files, Next(file, next, content, new FileInfo(uploads.PathOf(id, content)).Length)] };
        });
        return changed is null ? null : (changed, next);
    }

    /// <summary>Rejected rows are written in one way whatever the original was; values in them are as they were.</summary>
    private static UploadedFile Next(UploadedFile file, int number, string content, long length) => new(number, file.Name, content, length)
    {
        Mends = file.Mends ?? file.Number,
        Choices = file.Choices with
        {
            Dataset = file.Outcome!.Dataset,
            New = null,
            Columns = file.Outcome.Columns,
            Mode = file.Choices.Mode == LoadMode.Upsert ? LoadMode.Upsert : LoadMode.Append,
            Format = (file.Outcome.Format ?? file.Choices.Format) with { Entry = null, Sheet = null, Encoding = null, HeaderLine = null, HasHeader = null, Quote = null, Separator = null, Names = FileFormat.Default.Names },
        },
    };
}
