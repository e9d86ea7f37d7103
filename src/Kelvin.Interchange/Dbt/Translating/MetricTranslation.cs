using System.Collections.Immutable;
using System.Globalization;
using Kelvin.Formulas.Syntax;
using Kelvin.Interchange.Dbt.Definitions;
using Kelvin.Interchange.Dbt.Planning;
using Kelvin.Interchange.Dbt.Referring;
using Kelvin.Language;

namespace Kelvin.Interchange.Dbt.Translating;

/// <summary>Says dbt's metrics as ours, each after those that it refers to.</summary>
internal sealed class MetricTranslation
{
    private readonly DbtMeasures _measures;
    private readonly IReadOnlySet<string> _grains;
    private readonly ICollection<Issue> _issues;
    private readonly ImmutableDictionary<string, DbtMetric> _sources;
    private readonly Dictionary<string, MetricPlan?> _plans = new(StringComparer.Ordinal);
    private readonly ReferringMetrics _referring;
    private readonly DatasetPlan? _days;

    public MetricTranslation(DbtProject project, IReadOnlyList<DatasetPlan> datasets, IReadOnlySet<string> grains, ICollection<Issue> issues)
    {
        (_measures, _grains, _issues) = (new DbtMeasures(datasets), grains, issues);
        _sources = project.Metrics.Concat(_measures.Metrics()).DistinctBy(metric => metric.Name).ToImmutableDictionary(metric => metric.Name, StringComparer.Ordinal);
        _days = datasets.FirstOrDefault(dataset => dataset.Model.IsTimeSpine);
        _referring = new ReferringMetrics(Find, grains, _days, issues);
        Order = [.. project.Metrics.Concat(_measures.Metrics()).Select(metric => metric.Name).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The names of all metrics, in the order of the files.</summary>
    public ImmutableArray<string> Order { get; }

    /// <summary>What a metric becomes; null when there is none, or when it has no counterpart.</summary>
    public MetricPlan? Find(string name)
    {
        if (_plans.TryGetValue(name, out var plan))
            return plan;
        if (!_sources.TryGetValue(name, out var source))
            return null;
        // Metrics that refer to each other in a circle find nothing here.
        _plans[name] = null;
        return _plans[name] = Translate(source);
    }

    private MetricPlan? Translate(DbtMetric metric) => metric switch
    {
        DbtMetric.Simple simple => Simple(simple),
        DbtMetric.Cumulative cumulative => Cumulative(cumulative),
        DbtMetric.Conversion conversion => Conversion(conversion),
        _ => _referring.Of(metric),
    };

    private MetricPlan? Simple(DbtMetric.Simple metric) =>
        Aggregate(metric, metric.Measure, metric.Filters) is var (text, axis, measure)
            ? Filled(new MetricPlan(metric, text) { Rows = axis.Rows, OwnAxes = [axis], Axes = [axis], IsSum = measure is { NonAdditive: null, Aggregation: "sum" or "count" or "sum_boolean" } }, metric.Measure, measure)
            : null;

    private MetricPlan? Cumulative(DbtMetric.Cumulative metric)
    {
        if (Aggregate(metric, metric.Measure, metric.Filters) is not var (text, axis, measure))
            return null;
        var over = metric.Window is { } window ? $"trailing({text}, {Length(window)})"
            : metric.GrainToDate is { } grain ? $"to_date({text}, {grain})"
            : $"cumulative({text})";
        var choice = metric.PeriodAggregation switch
        {
            "last" => "last_of",
            "average" or "avg" => "average_of",
            _ => "first_of",
        };
        return Filled(
            new MetricPlan(metric, $"{choice}({over}, {axis.Granularity})") { Rows = axis.Rows, OwnAxes = [axis], Axes = [axis], SeesOtherTimes = true, Timeless = Timeless(metric, axis, measure) },
            metric.Measure, measure);
    }

    private MetricPlan? Conversion(DbtMetric.Conversion metric)
    {
        if (Event(metric, metric.Base) is not var (from, fromAxis) || Event(metric, metric.Converted) is not var (to, toAxis))
            return null;
        if (fromAxis.Rows.ColumnOf(metric.Entity) is not { } by || toAxis.Rows.ColumnOf(metric.Entity) is not { } same)
        {
            _issues.Add(Issue.At(metric.Place, "interchange.dbt-conversion-entity", ("name", metric.Name), ("entity", metric.Entity)).AsWarning());
            return null;
        }
        var matching = metric.Constants.Select(pair => (fromAxis.Rows.ColumnOf(pair.Base), toAxis.Rows.ColumnOf(pair.Converted))).ToList();
        if (matching.Any(pair => pair.Item1 is null || pair.Item2 is null))
        {
            _issues.Add(Issue.At(metric.Place, "interchange.dbt-conversion-constant", ("name", metric.Name), ("constants", string.Join(", ", metric.Constants.Select(pair => $"{pair.Base} = {pair.Converted}")))).AsWarning());
            return null;
        }
        var text = $"{from} -> {to} by {(by.Name == same.Name ? by.Name : $"{by.Name} = {same.Name}")}"
            + (metric.Window is { } window ? $" within {Length(window)}" : "")
            + (matching.Count == 0 ? "" : " matching " + string.Join(", ", matching.Select(pair => $"{pair.Item1!.Name} = {pair.Item2!.Name}")));
        var value = $"{(metric.IsRate ? "conversion" : "conversions")}({text})";
        // Where nothing was converted dbt has no number, and 0 only where it is told to fill.
        if (metric.Converted.FillNullsWith is null)
            value = $"case when conversions({text}) > 0 then {value} end";
        var plan = new MetricPlan(metric, value)
        {
            Rows = fromAxis.Rows,
            OwnAxes = [fromAxis, toAxis],
            Axes = [fromAxis],
            JoinsToTimeSpine = metric.Base.JoinsToTimeSpine,
        };
        return metric.Converted.FillNullsWith is { } filling ? plan with { Formula = $"coalesce({plan.Formula}, {Number(filling)})" } : plan;
    }

    private string? Timeless(DbtMetric.Cumulative metric, RowAxis axis, DbtMeasure measure)
    {
        var ignored = new List<Issue>();
        var (where, _) = Conditions.Of(metric.Name, [.. metric.Measure.Filters, .. metric.Filters], Names(axis), ignored);
        return new AggregateTranslation(axis.Rows, new MeasureColumns(axis.Rows, isQualified: true), ignored).Of(measure, where);
    }

    /// <summary>A measure as an aggregate under filters, with its axis; null after an issue.</summary>
    private (string Text, RowAxis Axis, DbtMeasure Measure)? Aggregate(DbtMetric metric, MeasureInput input, ImmutableArray<DbtText> filters)
    {
        if (Measure(metric, input, filters) is not var (measure, axis, where) || Translation(axis.Rows).Of(measure, where) is not { } text)
            return null;
        return (text, axis, measure);
    }

    private (string Text, RowAxis Axis)? Event(DbtMetric.Conversion metric, MeasureInput input)
    {
        // The filter of a conversion holds for the events that it starts from.
        var filters = input == metric.Base ? metric.Filters : [];
        if (Measure(metric, input, filters) is not var (measure, axis, where) || Translation(axis.Rows).Events(measure, where) is not { } text)
            return null;
        return (text, axis);
    }

    private (DbtMeasure Measure, RowAxis Axis, Formula? Where)? Measure(DbtMetric metric, MeasureInput input, ImmutableArray<DbtText> filters)
    {
        if (_measures.Find(input.Name) is not var (rows, measure))
        {
            _issues.Add(Issue.At(input.Place, "interchange.dbt-no-measure", ("name", metric.Name), ("measure", input.Name)).AsWarning());
            return null;
        }
        var axis = new RowAxis(rows, measure.AggregationTime ?? rows.Model.AggregationTime);
        var (where, isWhole) = Conditions.Of(metric.Name, [.. input.Filters, .. filters], Names(axis), _issues);
        return isWhole ? (measure, axis, where) : null;
    }

    /// <summary>
    /// What dbt fills: a sum or a count without rows is 0 here by a word of its own; anything else is coalesced. That periods without
    /// rows appear at all is chosen in the question.
    /// </summary>
    private MetricPlan Filled(MetricPlan plan, MeasureInput input, DbtMeasure measure)
    {
        if (input.JoinsToTimeSpine)
            _issues.Add(Issue.At(input.Place, "interchange.dbt-spine", ("name", plan.Name)).AsWarning());
        plan = plan with { JoinsToTimeSpine = input.JoinsToTimeSpine };
        if (input.FillNullsWith is not { } filling)
            return plan;
        return filling == 0 && plan.Source is DbtMetric.Simple && measure is { NonAdditive: null, Aggregation: "sum" or "count" or "count_distinct" or "sum_boolean" }
            ? plan with { IsEmptyZero = true }
            : plan with { Formula = $"coalesce({plan.Formula}, {Number(filling)})" };
    }

    private ConditionNames Names(RowAxis axis) => new([axis], _grains, isQuestion: false) { Metric = Find, Days = _days };

    private AggregateTranslation Translation(DatasetPlan rows) => new(rows, new MeasureColumns(rows), _issues);

    private static string Length(TimeLength length) => $"{Number(length.Count)} {length.Grain}{(length.Count == 1 ? "" : "s")}";

    private static string Number(decimal number) => number.ToString(CultureInfo.InvariantCulture);
}
