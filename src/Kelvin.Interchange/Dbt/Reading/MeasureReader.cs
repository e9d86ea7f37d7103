using Kelvin.Interchange.Dbt.Definitions;
using Kelvin.Interchange.Documents;
using Kelvin.Language;

namespace Kelvin.Interchange.Dbt.Reading;

/// <summary>Reads a measure.</summary>
internal static class MeasureReader
{
    public static DbtMeasure? Read(NodeFields fields, ICollection<Issue> issues)
    {
        if (ElementReader.NameOf(fields, issues) is not { } name)
            return null;
        var parameters = fields.Group("agg_params");
        var measure = new DbtMeasure(name, fields.Word("agg") ?? "", ElementReader.Expression(fields, name), fields.Place)
        {
            Label = fields.Text("label"),
            Description = fields.Text("description"),
            AggregationTime = fields.Text("agg_time_dimension"),
            Percentile = parameters?.Number("percentile"),
            IsDiscrete = parameters?.IsTrue("use_discrete_percentile") ?? false,
            IsApproximate = parameters?.IsTrue("use_approximate_percentile") ?? false,
            NonAdditive = fields.Group("non_additive_dimension") is { } dimension ? NonAdditive(dimension, name) : null,
            MakesMetric = fields.IsTrue("create_metric"),
        };
        parameters?.ReportUnread();
        fields.Ignore(Bookkeeping.Keys).ReportUnread();
        return measure;
    }

    private static NonAdditiveDimension NonAdditive(NodeFields fields, string measure)
    {
        var found = new NonAdditiveDimension(fields.Text("name") ?? measure, fields.Word("window_choice") == "max", fields.Texts("window_groupings"), fields.Place);
        fields.ReportUnread();
        return found;
    }
}
