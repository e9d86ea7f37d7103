using System.Collections.Immutable;
using Kelvin.Catalog;
using Kelvin.Language;
using Kelvin.Queries.Asking;
using Kelvin.Queries.Drilling;
using Kelvin.Web.Elements;
using Kelvin.Web.Metrics.Words;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace Kelvin.Web.Metrics.Rows;

/// <summary>The rows of the dataset that stand behind a value, a page at a time.</summary>
public sealed partial class RowsPage
{
    [Parameter]
    public string Name { get; set; } = "";

    [SupplyParameterFromQuery]
    public string? Range { get; set; }

    [SupplyParameterFromQuery]
    public string? Where { get; set; }

    [SupplyParameterFromQuery]
    public string? By { get; set; }

    [SupplyParameterFromQuery]
    public string? Part { get; set; }

    [SupplyParameterFromQuery]
    public int? Measure { get; set; }

    [SupplyParameterFromQuery(Name = "page")]
    public int? PageNumber { get; set; }

    [CascadingParameter]
    public HttpContext Http { get; set; } = null!;

    [Inject]
    private ICurrentCatalog Catalogs { get; set; } = null!;

    [Inject]
    private DrillThrough Drilling { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    private Metric? Metric { get; set; }

    private RowsAddress Address { get; set; } = new("");

    private DrillAnswer? Answer { get; set; }

    private ImmutableArray<Issue> Issues { get; set; } = [];

    private Wording Words { get; set; } = null!;

    private TableView Table => new RowsTable(Reader, Words).Of(Answer!);

    private ImmutableArray<Choice> Measures =>
    [
        // A formula may use the same measure more than once; its rows are the same each time.
        .. Answer!.Measures.Select((measure, index) => (Index: index, Text: MeasureWords.Of(measure, Catalogs.Current, Reader)))
            .GroupBy(measure => measure.Text, StringComparer.Ordinal)
            .Select(same => new Choice((Address with { Measure = same.First().Index, Page = 1 }).Href, same.Key, same.Any(measure => measure.Index == Address.Measure))),
    ];

    private string Scope => string.Join(" · ", new[]
    {
        Address.Range is null or MetricAddress.AllTime ? Reader.Say("range.all") : RangeWords(Address.Range),
        Address.Dimension is null ? null : $"{Address.Dimension}: {Address.Part ?? Reader.Say("breakdown.unnamed")}",
        Address.Where,
    }.OfType<string>());

    private string Summary => Reader.Say("rows.summary",
        ("from", (Address.Page - 1) * RowsAddress.PageSize + 1), ("through", (Address.Page - 1) * RowsAddress.PageSize + Answer!.Rows.Count), ("total", Answer.Total));

    private string? PreviousPage => Address.Page > 1 ? (Address with { Page = Address.Page - 1 }).Href : null;

    private string? NextPage => (long)Address.Page * RowsAddress.PageSize < Answer!.Total ? (Address with { Page = Address.Page + 1 }).Href : null;

    protected override async Task OnInitializedAsync()
    {
        var catalog = Catalogs.Current;
        Metric = catalog.Metrics.GetValueOrDefault(Name);
        if (Metric is null)
        {
            Navigation.NotFound();
            return;
        }
        Words = new Wording(Reader.Tongue, catalog);
        Address = new RowsAddress(Name) { Range = Range, Where = Where, Dimension = By, Part = Part, Measure = Measure ?? 0, Page = Math.Max(1, PageNumber ?? 1) };
        var outcome = await Drilling.RowsAsync(Address.Query, Viewer.Everything, Http.RequestAborted);
        Answer = outcome.Value;
        Issues = outcome.Issues;
    }

    // A range that a chart's period wrote as two days, or that counts back from now, is read as the days it stands for.
    private string RangeWords(string range) =>
        Calendars.Ranges.RangeText.Parse(range, Words.Calendar).Value?.Pin(Words.Calendar, Clock.GetUtcNow(), null) is { } period ? Words.Period(period) : range;
}
