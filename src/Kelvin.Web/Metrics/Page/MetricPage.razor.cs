using System.Collections.Immutable;
using Kelvin.Calendars;
using Kelvin.Catalog;
using Kelvin.Formulas;
using Kelvin.Language;
using Kelvin.Queries.Answers;
using Kelvin.Queries.Asking;
using Kelvin.Web.Elements;
using Kelvin.Web.Metrics.Breakdown;
using Kelvin.Web.Metrics.Cards;
using Kelvin.Web.Metrics.History;
using Kelvin.Web.Metrics.Rows;
using Kelvin.Web.Metrics.Words;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace Kelvin.Web.Metrics.Page;

/// <summary>Everything about one metric: the number, its history, its parts, what it means and how it came about.</summary>
public sealed partial class MetricPage
{
    [Parameter]
    public string Name { get; set; } = "";

    [SupplyParameterFromQuery]
    public string? Grain { get; set; }

    [SupplyParameterFromQuery]
    public string? Range { get; set; }

    [SupplyParameterFromQuery]
    public string? Compare { get; set; }

    [SupplyParameterFromQuery]
    public string? By { get; set; }

    [SupplyParameterFromQuery]
    public string? Where { get; set; }

    [CascadingParameter]
    public HttpContext Http { get; set; } = null!;

    [Inject]
    private ICurrentCatalog Catalogs { get; set; } = null!;

    [Inject]
    private AskMetric Asking { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    private MetricCatalog Catalog { get; set; } = MetricCatalog.Empty;

    private Metric? Metric { get; set; }

    private MetricAddress Address { get; set; } = new("");

    private MetricAnswer? Answer { get; set; }

    private MetricReading? Reading { get; set; }

    private HistoryView? History { get; set; }

    private BreakdownView? Breakdown { get; set; }

    private ImmutableArray<Issue> Issues { get; set; } = [];

    private ImmutableArray<Issue> BreakdownIssues { get; set; } = [];

    private ImmutableArray<Choice> Dimensions { get; set; } = [];

    private string RangeText { get; set; } = "";

    protected override async Task OnInitializedAsync()
    {
        Catalog = Catalogs.Current;
        Metric = Catalog.Metrics.GetValueOrDefault(Name);
        if (Metric is null)
        {
            Navigation.NotFound();
            return;
        }
        Address = new MetricAddress(Name) { Grain = Grain, Range = Range, Compare = Compare, By = By, Where = Where };
        var words = new Wording(Reader.Tongue, Catalog);
        var comparison = Address.CompareFor(Metric) is { } text ? Comparison.Parse(text).Value : null;
        await ShowHistoryAsync(Metric, comparison, words);
        if (Answer is not null)
            await ShowBreakdownAsync(Metric, comparison, words);
    }

    private async Task ShowHistoryAsync(Metric metric, Comparison? comparison, Wording words)
    {
        var outcome = await Asking.AskAsync(Address.History(metric), Viewer.Everything, Http.RequestAborted);
        Issues = outcome.IsSound ? [] : outcome.Issues;
        Answer = outcome.Value;
        if (Answer is null)
            return;
        var answered = new AnsweredMetric(Answer, metric.Name);
        RangeText = words.Period(Answer.Range);
        Reading = new MetricReadings(Reader, words, Clock.GetUtcNow()).Of(metric, answered, comparison);
        History = new HistoryViews(Reader, words).Of(metric, answered, comparison, period => Address.RowsHref(period, null));
    }

    private async Task ShowBreakdownAsync(Metric metric, Comparison? comparison, Wording words)
    {
        var dimensions = DimensionChoices.Of(metric, Catalog, Reader);
        if (dimensions.IsEmpty)
            return;
        // A dimension that the page does not offer may still be asked for by its address.
        (string Name, string Label) asked = By is null ? dimensions[0] : (By, By);
        var chosen = dimensions.FirstOrDefault(dimension => dimension.Name == By, asked);
        Dimensions = [.. dimensions.Select(dimension => new Choice(dimension.Name, dimension.Label, dimension == chosen))];
        var outcome = await Asking.AskAsync(Address.Breakdown(metric, chosen.Name), Viewer.Everything, Http.RequestAborted);
        BreakdownIssues = outcome.IsSound ? [] : outcome.Issues;
        if (outcome.Value is { } answer)
            Breakdown = new BreakdownViews(Reader, words).Of(
                metric, chosen, new AnsweredMetric(answer, metric.Name), comparison,
                (part, type) => (Address.RowsHref(null, (chosen.Name, RowsAddress.TextOf(part))), Only(chosen.Name, part, type)));
    }

    private string? Only(string dimension, object? part, DataType type) =>
        PartCondition.Of(dimension, part, type) is { } condition
            ? (Address with { Where = Where is null ? condition : $"({Where}) and {condition}" }).Href
            : null;
}
