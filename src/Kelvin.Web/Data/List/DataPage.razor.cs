using System.Collections.Immutable;
using Kelvin.Web.Elements;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace Kelvin.Web.Data.List;

/// <summary>Every dataset with its rows and where they come from, and every connection.</summary>
public sealed partial class DataPage
{
    [CascadingParameter]
    public HttpContext Http { get; set; } = null!;

    [Inject]
    private DatasetOverview Overview { get; set; } = null!;

    private ImmutableArray<DatasetLine> Filled { get; set; } = [];

    private ImmutableArray<DatasetLine> Waiting { get; set; } = [];

    private TableView FilledTable => new(
        [
            new(Reader.Say("data.dataset")), new(Language.Texts.Say(Reader.Tongue, "trust.panel.status")), new(Reader.Say("explain.rows"), IsNumber: true), new(Reader.Say("data.span")),
            new(Reader.Say("explain.loaded")), new(Reader.Say("explain.source")),
        ],
        [.. Filled.Select(line => (ImmutableArray<TableCell>)
            [new(line.Label, DataAddress.OfDataset(line.Name)), new(line.Status, Tone: line.Tone), new(line.Rows), new(line.Span), new(line.LastLoad), new(line.Source)])]);

    private TableView WaitingTable => new(
        [new(Reader.Say("data.dataset")), new(Reader.Say("data.metrics-waiting"))],
        [.. Waiting.Select(line => (ImmutableArray<TableCell>)
            [new(line.Label, DataAddress.OfDataset(line.Name)), new(Reader.Say("list.count", ("n", line.Metrics)), IsMissing: line.Metrics == 0)])]);

    protected override async Task OnInitializedAsync()
    {
        var lines = await Overview.ReadAsync(Http.RequestAborted);
        Filled = [.. lines.Where(line => line.HasRows)];
        Waiting = [.. lines.Where(line => !line.HasRows)];
    }
}
