using System.Collections.Immutable;
using Kelvin.Imports.Planning;
using Kelvin.Imports.Running;
using Kelvin.Imports.Uploads;
using Kelvin.Web.Metrics.Cards;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace Kelvin.Web.Data.Import.Overview;

/// <summary>The files of an upload, how far each has come, and what they give when they are loaded. It can be left and opened again.</summary>
public sealed partial class UploadPage
{
    [Parameter]
    public string Id { get; set; } = "";

    [CascadingParameter]
    public HttpContext Http { get; set; } = null!;

    [Inject]
    private UploadStore Uploads { get; set; } = null!;

    [Inject]
    private PlanFiles Planning { get; set; } = null!;

    [Inject]
    private ImportQueue Queue { get; set; } = null!;

    [Inject]
    private UploadReadings Readings { get; set; } = null!;

    [Inject]
    private FollowedMetrics Following { get; set; } = null!;

    private UploadPlan? Plan { get; set; }

    private ImmutableArray<FileLine> Lines { get; set; } = [];

    private ImmutableArray<MetricReading> Followed { get; set; } = [];

    private bool IsBusy { get; set; }

    private ImmutableArray<(string Text, string Href)> Steps => [(Reader.Say("data.title"), DataAddress.Start), (Reader.Say("data.import.title"), DataAddress.Import)];

    private int Ready => Plan!.Ready.Count();

    private int Loaded => Plan!.Upload.Files.Count(file => file.Outcome is { End: FileEnd.Loaded });

    private bool IsDone => Plan!.Upload.Files.All(file => !file.IsWaiting);

    private string Summary => IsBusy ? Reader.Say("data.import.busy")
        : IsDone ? Reader.Say("data.import.done", ("n", Loaded))
        : Ready > 0 ? Reader.Say("data.import.can-load", ("n", Ready))
        : Reader.Say("data.import.still-open");

    protected override async Task OnInitializedAsync()
    {
        if (Uploads.Find(Id) is not { } upload)
        {
            Http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        // What waits is looked at also when the process has ended since it was sent.
        Queue.Look(upload);
        IsBusy = Queue.IsBusy(Id);
        Plan = await Planning.OfAsync(upload, Http.RequestAborted);
        Lines = Readings.Of(Plan);
        if (!IsBusy && Loaded > 0)
            Followed = await Following.ReadAsync(upload.Files.Select(file => file.Outcome is { End: FileEnd.Loaded } outcome ? outcome.Dataset : null).OfType<string>().ToHashSet(), Http.RequestAborted);
    }
}
