using System.Collections.Immutable;
using Kelvin.Calendars;
using Kelvin.Catalog;
using Kelvin.Compiler;
using Kelvin.Compiler.Binding;
using Kelvin.Language;
using Kelvin.Queries.Answers;
using Kelvin.Queries.Asking;
using Kelvin.Web.Elements;
using Kelvin.Web.Metrics.Breakdown;
using Kelvin.Web.Metrics.Cards;
using Kelvin.Web.Metrics.History;
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

    [SupplyParameterFromQuery]
    public string? Sort { get; set; }

    [SupplyParameterFromQuery]
    public int? Top { get; set; }

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

    private string? Example { get; set; }

    private string RangeText { get; set; } = "";

    private string Mark => LiveMark.Of(Answer);

    protected override async Task OnInitializedAsync()
    {
        Catalog = Catalogs.Current;
        Metric = Catalog.Metrics.GetValueOrDefault(Name);
        if (Metric is null)
        {
            Navigation.NotFound();
            return;
        }
        Address = new MetricAddress(Name) { Grain = Grain, Range = string.IsNullOrWhiteSpace(Range) ? null : Range, Compare = Compare, By = By, Where = Where, Sort = Sort, Top = Top };
        var words = new Wording(Reader.Tongue, Catalog);
        var comparison = Address.CompareFor(Metric) is { } text ? Comparison.Parse(text).Value : null;
        (string Name, string Label)? dimension = ChooseDimension(Metric);
        ImmutableArray<MetricQuery> questions =
            [Address.History(Metric), .. dimension is { } by ? [Address.Breakdown(Metric, by.Name), Address.Whole(Metric)] : (MetricQuery[])[]];
        var outcomes = await Asking.AskAllAsync(questions, Viewer.Everything, Http.RequestAborted);
        words = outcomes[0].Value is { } history ? words.In(history.Calendar) : words;
        ShowHistory(Metric, outcomes[0], comparison, words);
        if (dimension is { } chosen && outcomes[0].IsSound)
            ShowBreakdown(Metric, chosen, outcomes[1], outcomes[2], comparison, words);
    }

    private void ShowHistory(Metric metric, Checked<MetricAnswer> outcome, Comparison? comparison, Wording words)
    {
        Issues = outcome.IsSound ? [] : outcome.Issues;
        Answer = outcome.Value;
        if (Answer is null)
            return;
        var answered = new AnsweredMetric(Answer, metric.Name);
        RangeText = words.Period(Answer.Range);
        Reading = new MetricReadings(Reader, Catalog, words, Clock.GetUtcNow()).Of(metric, answered, comparison);
        History = new HistoryViews(Reader, words).Of(metric, answered, comparison, period => Address.RowsHref(metric, period, null));
    }

    private (string Name, string Label)? ChooseDimension(Metric metric)
    {
        var dimensions = DimensionChoices.Of(metric, Catalog, Reader);
        if (dimensions.IsEmpty)
            return null;
        // A dimension that the page does not offer may still be asked for by its address.
        (string Name, string Label) asked = By is null ? dimensions[0] : (By, By);
        var chosen = dimensions.FirstOrDefault(dimension => dimension.Name == By, asked);
        Dimensions = [.. dimensions.Append(chosen).Distinct().Select(dimension => new Choice(dimension.Name, dimension.Label, dimension == chosen))];
        return chosen;
    }

    private void ShowBreakdown(
        Metric metric, (string Name, string Label) dimension, Checked<MetricAnswer> parts, Checked<MetricAnswer> whole, Comparison? comparison, Wording words)
    {
        BreakdownIssues = parts.IsSound ? [] : parts.Issues;
        Example = parts.Value is null ? null : PartCondition.Example(dimension.Name, new AnsweredMetric(parts.Value, metric.Name));
        if (parts.Value is { } divided && whole.Value is { } undivided)
            Breakdown = new BreakdownViews(Reader, words, Address, metric, comparison).Of(
                dimension, new AnsweredMetric(divided, metric.Name), new AnsweredMetric(undivided, metric.Name), Additivity.IsAdditive(metric, Catalog));
    }
}
