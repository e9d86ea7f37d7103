using System.Collections.Immutable;
using Kelvin.Calendars;
using Kelvin.Catalog;
using Kelvin.Language;
using Kelvin.Web.Elements;
using Kelvin.Web.Metrics.List;
using Kelvin.Web.Metrics.Words;
using Kelvin.Web.Reading;
using Kelvin.Web.Trust;

namespace Kelvin.Web.Metrics.Cards;

/// <summary>Puts a metric's answer into the form in which it always looks the same.</summary>
internal sealed class MetricReadings(Reader reader, MetricCatalog catalog, Wording wording, DateTimeOffset now)
{
    /// <summary>How many periods a small history shows.</summary>
    private const int Shown = 30;

    /// <summary>The metric with its latest finished period.</summary>
    public MetricReading Of(Metric metric, AnsweredMetric answered, Comparison? comparison)
    {
        var empty = Nameless(metric) with { LiveMark = LiveMark.Of(answered.Answer), Trust = TrustViews.Of(answered.Answer, catalog, reader) };
        if (answered.Latest is not { } row || answered.Answer.Explanation.Datasets.All(dataset => dataset.Rows == 0))
            return empty;
        var period = answered.Period(row);
        var against = comparison is null ? "" : ComparisonChoice.Against(comparison, period.Grain, reader);
        return empty with
        {
            Value = answered.Value(row) is { } value ? wording.Brief(value) : null,
            Period = wording.Period(period),
            IsFinished = answered.IsFinished(row),
            Change = ChangeReadings.Of(answered, row, metric.Better, comparison, against, wording, reader),
            History = [.. Enumerable.Range(0, answered.Count).TakeLast(Shown).Select(at => new SparkPoint(answered.Value(at)?.Value, answered.IsFinished(at)))],
            Freshness = FreshnessOf(answered),
            IsStale = empty.Trust is null && IsStale(metric, answered),
        };
    }

    /// <summary>The metric when it could not be answered.</summary>
    public MetricReading Unanswered(Metric metric, ImmutableArray<Issue> issues) => Nameless(metric) with { Issues = issues };

    private MetricReading Nameless(Metric metric) => new(metric.Name, reader.Read(metric.Label))
    {
        Words = MetricSearch.WordsOf(metric, reader),
    };

    private string FreshnessOf(AnsweredMetric answered) =>
        reader.Say("card.until", ("day", wording.Day(answered.Answer.UnfinishedFrom.AddTicks(-1))));

    /// <summary>Whether data lags more than one whole period of the metric's grain behind the clock.</summary>
    private bool IsStale(Metric metric, AnsweredMetric answered)
    {
        var current = wording.Calendar.PeriodOf(metric.Grain, now);
        return answered.Answer.UnfinishedFrom < wording.Calendar.Move(current, -1).Start;
    }
}
