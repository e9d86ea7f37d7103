using System.Collections.Immutable;
using Kelvin.Imports.Mending;
using Kelvin.Imports.Uploads;
using Kelvin.Loading.Rejecting;
using Microsoft.AspNetCore.Components;

namespace Kelvin.Web.Data.Import.Mending;

/// <summary>Rejected rows with their reasons, in a grid in which they are mended and loaded again.</summary>
public sealed partial class MendPage
{
    [Parameter]
    public string Id { get; set; } = "";

    [Parameter]
    public int Number { get; set; }

    [Inject]
    private UploadStore Uploads { get; set; } = null!;

    [Inject]
    private MendRejected Rejected { get; set; } = null!;

    private UploadedFile? File { get; set; }

    private RejectedRows? Rows { get; set; }

    private ImmutableArray<(string Text, string Href)> Steps =>
    [
        (Reader.Say("data.title"), DataAddress.Start), (Reader.Say("data.import.title"), DataAddress.Import), (Reader.Say("data.import.upload"), DataAddress.OfUpload(Id)),
    ];

    protected override void OnInitialized()
    {
        if (Uploads.Find(Id) is not { } upload || upload.Find(Number) is not { } file)
            return;
        (File, Rows) = (file, Rejected.Read(upload, file));
    }

    private static string FieldOf(int row) => FormattableString.Invariant($"{DataAddress.RowField}{row}");
}
