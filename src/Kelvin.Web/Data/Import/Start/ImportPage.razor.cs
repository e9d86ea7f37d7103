using System.Collections.Immutable;
using Kelvin.Catalog;
using Kelvin.Imports.Uploads;
using Kelvin.Web.Data.Words;
using Kelvin.Web.Elements;
using Microsoft.AspNetCore.Components;

namespace Kelvin.Web.Data.Import.Start;

/// <summary>Where files are dropped, and imports that were begun go on.</summary>
public sealed partial class ImportPage
{
    private const int Named = 3;

    [Inject]
    private UploadStore Uploads { get; set; } = null!;

    [Inject]
    private ICurrentCatalog Catalogs { get; set; } = null!;

    private (string Text, string Href) DataStep => (Reader.Say("data.title"), DataAddress.Start);

    private ImmutableArray<Upload> Waiting { get; set; } = [];

    private TableView WaitingTable => new(
        [new(Reader.Say("data.import.files")), new(Reader.Say("data.import.begun"))],
        [.. Waiting.Select(upload => (ImmutableArray<TableCell>)
        [
            new(NamesOf(upload), DataAddress.OfUpload(upload.Id)), new(new DataWords(Reader, Catalogs.Current).Moment(upload.BegunAt)),
        ])]);

    protected override void OnInitialized() =>
        Waiting = [.. Uploads.List().Where(upload => upload.Files.Any(file => file.IsWaiting))];

    private string NamesOf(Upload upload)
    {
        var names = string.Join(", ", upload.Files.Take(Named).Select(file => file.Name));
        return upload.Files.Length <= Named ? names : Reader.Say("data.import.and-more", ("names", names), ("n", upload.Files.Length - Named));
    }
}
