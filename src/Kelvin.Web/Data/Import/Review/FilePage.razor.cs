using System.Collections.Immutable;
using System.Globalization;
using Kelvin.Catalog;
using Kelvin.Imports.Looking;
using Kelvin.Imports.Planning;
using Kelvin.Imports.Running;
using Kelvin.Imports.Uploads;
using Kelvin.Language;
using Kelvin.Web.Data.Words;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace Kelvin.Web.Data.Import.Review;

/// <summary>A file: what it seems to be, what is asked about it, where its rows and columns go, and its first rows.</summary>
public sealed partial class FilePage
{
    [Parameter]
    public string Id { get; set; } = "";

    [Parameter]
    public int Number { get; set; }

    [CascadingParameter]
    public HttpContext Http { get; set; } = null!;

    [Inject]
    private UploadStore Uploads { get; set; } = null!;

    [Inject]
    private PlanFiles Planning { get; set; } = null!;

    [Inject]
    private LookAtFile Looking { get; set; } = null!;

    [Inject]
    private ImportQueue Queue { get; set; } = null!;

    [Inject]
    private ICurrentCatalog Catalogs { get; set; } = null!;

    private UploadPlan? Upload { get; set; }

    private UploadedFile? File { get; set; }

    private FilePlan? Plan { get; set; }

    private ImmutableArray<Issue> Issues { get; set; } = [];

    private bool IsLooking { get; set; }

    private string Part { get; set; } = "0";

    private FileWords Words { get; set; } = null!;

    private ImmutableArray<(string Text, string Href)> Steps =>
    [
        (Reader.Say("data.title"), DataAddress.Start), (Reader.Say("data.import.title"), DataAddress.Import), (Reader.Say("data.import.upload"), DataAddress.OfUpload(Id)),
    ];

    protected override async Task OnInitializedAsync()
    {
        Words = new FileWords(Reader, new DataWords(Reader, Catalogs.Current));
        var upload = Uploads.Find(Id);
        File = upload?.Find(Number);
        if (upload is null || File is null)
        {
            Http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        Queue.Look(upload);
        var activity = Queue.ActivityOf(Id, Number);
        IsLooking = activity is not null;
        Part = activity?.Part.ToString(CultureInfo.InvariantCulture) ?? "0";
        Issues = [.. File.Outcome?.Issues() ?? [], .. Looking.Find(upload, File)?.Issues ?? []];
        // What has ended is told by the list of files; here it is about files that wait.
        if (!File.IsWaiting)
            return;
        Upload = await Planning.OfAsync(upload, Http.RequestAborted);
        Plan = Upload.Find(Number);
    }
}
