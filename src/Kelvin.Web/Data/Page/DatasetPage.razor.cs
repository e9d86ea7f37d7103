using System.Collections.Immutable;
using Kelvin.Catalog;
using Kelvin.Language;
using Kelvin.Queries.Warehouse;
using Kelvin.Web.Data.Words;
using Kelvin.Web.Elements;
using Kelvin.Web.Metrics;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace Kelvin.Web.Data.Page;

/// <summary>A dataset: what it holds, how that came in, and what reads it.</summary>
public sealed partial class DatasetPage
{
    [Parameter]
    public string Name { get; set; } = "";

    /// <summary>Why what was asked for could not be done, as <see cref="RefusedText"/> writes it.</summary>
    [SupplyParameterFromQuery]
    public string? Refused { get; set; }

    [CascadingParameter]
    public HttpContext Http { get; set; } = null!;

    [Inject]
    private ICurrentCatalog Catalogs { get; set; } = null!;

    [Inject]
    private IWarehouse Warehouse { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    private Dataset? Dataset { get; set; }

    private (string Text, string Href) DataStep => (Reader.Say("data.title"), DataAddress.Start);

    private DatasetState? State { get; set; }

    private DataWords Words { get; set; } = null!;

    private Issue? Refusal => RefusedText.Read(Refused);

    private string Summary => string.Join(" · ", new[]
    {
        Reader.Say("data.rows", ("n", State?.Rows ?? 0)),
        State is { Earliest: not null } ? Words.Span(Dataset, State.Earliest, State.Watermark) : null,
        State?.LastLoad is { } loaded ? Reader.Say("data.loaded", ("moment", Words.Moment(loaded))) : null,
        Dataset!.Place is { File: { } file } ? Reader.Say("data.defined", ("name", Name), ("file", file)) : Name,
    }.OfType<string>());

    private ImmutableArray<Metric> Metrics =>
        [.. Catalogs.Current.Metrics.Values.Where(metric => MetricSources.Of(metric, Catalogs.Current).Contains(Name))];

    private TableView Columns => new(
        [
            new(Reader.Say("data.column.label")), new(Reader.Say("data.column.name")), new(Reader.Say("data.column.type")),
            new(Reader.Say("data.column.leads-to")), new(Reader.Say("data.column.how")),
        ],
        [.. Dataset!.Columns.Select(column => (ImmutableArray<TableCell>)
        [
            new(column.Label is { } label ? Reader.Read(label) : column.Name), new(column.Name), new(Words.Type(column)),
            column.LinksTo is { } target ? new(Reader.Read(Catalogs.Current.Datasets.GetValueOrDefault(target)?.Label) is { Length: > 0 } called ? called : target, DataAddress.OfDataset(target)) : new(""),
            new(column.Formula is { } formula ? "= " + formula
                : Dataset.RowKey.Contains(column.Name) ? Reader.Say("data.column.key")
                : column.IsOptional ? Reader.Say("data.column.optional") : Reader.Say("data.column.required")),
        ])]);

    protected override async Task OnInitializedAsync()
    {
        Dataset = Catalogs.Current.Datasets.GetValueOrDefault(Name);
        if (Dataset is null)
        {
            Navigation.NotFound();
            return;
        }
        Words = new DataWords(Reader, Catalogs.Current);
        State = (await Warehouse.StatesAsync(Http.RequestAborted)).GetValueOrDefault(Name);
    }
}
