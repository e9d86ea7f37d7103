using System.Collections.Immutable;
using Kelvin.Interchange.Dbt.Definitions;
using Kelvin.Interchange.Documents;
using Kelvin.Language;

namespace Kelvin.Interchange.Dbt.Reading;

/// <summary>Reads a metric.</summary>
internal static class DbtMetricReader
{
    public static DbtMetric? Read(NodeFields fields, ICollection<Issue> issues)
    {
        if (ElementReader.NameOf(fields, issues) is not { } name)
            return null;
        var kind = fields.Word("type");
        var parameters = fields.Group("type_params");
        var filters = MetricInputReader.Filters(fields);
        DbtMetric? metric = parameters is null ? null : kind switch
        {
            "simple" => Simple(name, filters, fields.Place, parameters),
            "ratio" => Ratio(name, filters, fields.Place, parameters, issues),
            "derived" => Derived(name, filters, fields.Place, parameters, issues),
            "cumulative" => Cumulative(name, filters, fields.Place, parameters, issues),
            "conversion" => Conversion(name, filters, fields.Place, parameters, issues),
            _ => null,
        };
        if (metric is null)
        {
            issues.Add(Issue.At(fields.PlaceOf("type"), "interchange.dbt-metric-unreadable", ("name", name), ("kind", kind ?? "")).AsWarning());
            return null;
        }
        parameters!.Ignore("input_measures").ReportUnread();
        metric = metric with { Label = fields.Text("label"), Description = fields.Text("description"), Grain = fields.Word("time_granularity") };
        fields.Ignore(Bookkeeping.Keys).ReportUnread();
        return metric;
    }

    private static DbtMetric.Simple? Simple(string name, ImmutableArray<DbtText> filters, Place place, NodeFields parameters) =>
        MetricInputReader.Measure(parameters, "measure") is { } measure ? new(name, filters, place, measure) : null;

    private static DbtMetric.Ratio? Ratio(string name, ImmutableArray<DbtText> filters, Place place, NodeFields parameters, ICollection<Issue> issues)
    {
        var numerator = MetricInputReader.Metric(parameters, "numerator", issues);
        var denominator = MetricInputReader.Metric(parameters, "denominator", issues);
        return numerator is null || denominator is null ? null : new(name, filters, place, numerator, denominator);
    }

    private static DbtMetric.Derived? Derived(string name, ImmutableArray<DbtText> filters, Place place, NodeFields parameters, ICollection<Issue> issues) =>
        parameters.Text("expr") is { } expression
            ? new(name, filters, place, new DbtText(expression, parameters.PlaceOf("expr")), MetricInputReader.Metrics(parameters, "metrics", issues))
            : null;

    private static DbtMetric.Cumulative? Cumulative(string name, ImmutableArray<DbtText> filters, Place place, NodeFields parameters, ICollection<Issue> issues)
    {
        var own = parameters.Group("cumulative_type_params");
        var measure = MetricInputReader.Measure(parameters, "measure") ?? (own is null ? null : MetricInputReader.Measure(own, "metric"));
        if (measure is null)
            return null;
        var metric = new DbtMetric.Cumulative(name, filters, place, measure)
        {
            Window = (own is null ? null : MetricInputReader.Length(own, "window", issues)) ?? MetricInputReader.Length(parameters, "window", issues),
            GrainToDate = own?.Word("grain_to_date") ?? parameters.Word("grain_to_date"),
            PeriodAggregation = own?.Word("period_agg") ?? "first",
        };
        own?.ReportUnread();
        return metric;
    }

    private static DbtMetric.Conversion? Conversion(string name, ImmutableArray<DbtText> filters, Place place, NodeFields parameters, ICollection<Issue> issues)
    {
        if (parameters.Group("conversion_type_params") is not { } own || own.Text("entity") is not { } entity)
            return null;
        var from = MetricInputReader.Measure(own, "base_measure") ?? MetricInputReader.Measure(own, "base_metric");
        var to = MetricInputReader.Measure(own, "conversion_measure") ?? MetricInputReader.Measure(own, "conversion_metric");
        if (from is null || to is null)
            return null;
        var metric = new DbtMetric.Conversion(name, filters, place, from, to, entity)
        {
            Window = MetricInputReader.Length(own, "window", issues),
            IsRate = own.Word("calculation") != "conversions",
            Constants = [.. own.Groups("constant_properties").Select(pair => (pair.Text("base_property") ?? "", pair.Text("conversion_property") ?? ""))],
        };
        own.ReportUnread();
        return metric;
    }
}
