using System.Text.RegularExpressions;
using Kelvin.Interchange.Dbt.Definitions;
using Kelvin.Interchange.Documents;
using Kelvin.Language;

namespace Kelvin.Interchange.Dbt.Reading;

/// <summary>Reads a semantic model.</summary>
internal static partial class SemanticModelReader
{
    public static SemanticModel? Read(NodeFields fields, ICollection<Issue> issues)
    {
        if (fields.Text("name") is not { } name)
        {
            issues.Add(Issue.At(fields.Place, "interchange.nameless").AsWarning());
            return null;
        }
        var defaults = fields.Group("defaults");
        var model = new SemanticModel(name, TableOf(fields) ?? name, fields.Place)
        {
            Label = fields.Text("label"),
            Description = fields.Text("description"),
            PrimaryEntity = fields.Text("primary_entity"),
            AggregationTime = defaults?.Text("agg_time_dimension"),
            Entities = [.. fields.Groups("entities").Select(entity => ElementReader.Entity(entity, issues)).OfType<DbtEntity>()],
            Dimensions = [.. fields.Groups("dimensions").Select(dimension => ElementReader.Dimension(dimension, issues)).OfType<DbtDimension>()],
            Measures = [.. fields.Groups("measures").Select(measure => MeasureReader.Read(measure, issues)).OfType<DbtMeasure>()],
        };
        defaults?.ReportUnread();
        fields.Ignore(Bookkeeping.Keys).ReportUnread();
        return model;
    }

    /// <summary>The table, from <c>model: ref('orders')</c> or from the manifest's relation.</summary>
    private static string? TableOf(NodeFields fields)
    {
        var written = fields.Text("model");
        var relation = fields.Group("node_relation");
        return relation?.Text("alias") ?? (written is null ? null : Reference().Match(written) is { Success: true } match ? match.Groups["table"].Value : written);
    }

    [GeneratedRegex(@"(?:ref|source)\s*\(.*['""](?<table>[^'""]+)['""]\s*\)")]
    private static partial Regex Reference();
}
